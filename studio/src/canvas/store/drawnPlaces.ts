import type { Point } from "../layout/box.ts";
import type { CanvasState } from "./canvasStore.ts";

/** Where the steps of one stage are drawn, from their band's corner. */
export const drawnPlaces = ({ layout }: Pick<CanvasState, "layout">, stageId: string): Record<string, Point> => {
  const band = layout.bands.find((each) => each.stage.id === stageId);
  if (!band) return {};
  return Object.fromEntries(
    band.steps.flatMap((step) => {
      const box = layout.boxes.get(step.id);
      return box ? [[step.id, { x: box.x - band.box.x, y: box.y - band.box.y }]] : [];
    }),
  );
};
