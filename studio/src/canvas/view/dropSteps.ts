import { bottomOf } from "../layout/box.ts";
import { findNode, isStep } from "../model/elements.ts";
import { reorderStage } from "../model/orderStages.ts";
import { placeSteps, type StepPlace } from "../model/placeSteps.ts";
import type { CanvasState, CanvasStore } from "../store/canvasStore.ts";
import type { StepFlowNode } from "./flowElements.ts";

const nearestBand = ({ layout }: Pick<CanvasState, "layout">, y: number) =>
  layout.bands.find(({ box, gapBelow }) => y < bottomOf(box) + gapBelow / 2) ?? layout.bands.at(-1);

/** The band a dragged step hangs over, when it is not its own. */
export const bandUnder = (state: CanvasState, { parentId, position, height }: StepFlowNode): string | null => {
  const from = parentId === undefined ? undefined : state.layout.boxes.get(parentId);
  if (!from) return null;
  const over = nearestBand(state, from.y + position.y + (height ?? 0) / 2)?.stage.id;
  return over === undefined || over === parentId ? null : over;
};

/** Ends a drag as one edit: steps stay where they were let go, in the band they were let go over; a band takes its new place. */
export const dropSteps = (store: CanvasStore): void => {
  const state = store.getState();
  const { drag, definition, layout } = state;
  if (!drag) return;
  const [onlyId, onlyAt] = Object.entries(drag)[0] ?? [];
  const band = layout.bands.find(({ stage }) => stage.id === onlyId);
  if (band && onlyAt) {
    const middle = onlyAt.y + band.box.height / 2;
    const before = layout.bands.filter(
      ({ box, stage }) => stage.id !== onlyId && box.y + box.height / 2 < middle,
    ).length;
    state.apply(reorderStage(band.stage.id, before - band.index));
    state.set({ drag: null, dropBand: null });
    return;
  }
  const places = Object.entries(drag).flatMap(([id, at]): StepPlace[] => {
    const node = findNode(definition, id);
    const own = node && isStep(node) ? layout.boxes.get(node.stage) : { x: 0, y: 0 };
    const box = layout.boxes.get(id);
    if (!node || !own || !box) return [];
    if (!isStep(node)) return [{ id, stage: "", position: at }];
    const target = nearestBand(state, own.y + at.y + box.height / 2);
    if (!target) return [];
    const y = own.y + at.y - target.box.y;
    return [{ id, stage: target.stage.id, position: { x: Math.max(24, at.x), y: Math.max(40, y) } }];
  });
  state.apply(placeSteps(places), { keepSelection: true });
  state.set({ drag: null, dropBand: null });
};
