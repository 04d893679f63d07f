import { useReducedMotion } from "@mantine/hooks";
import { useReactFlow } from "@xyflow/react";
import { type RefObject, useEffect } from "react";
import { useCanvas, useCanvasStore } from "../store/canvasContext.ts";

const MARGIN = { x: 60, top: 20, bottom: 60 };

/** How far to move so that a stretch lies inside a frame; nothing when it does, its beginning first when it does not fit. */
const shift = (from: number, to: number, least: number, most: number): number =>
  from < least ? least - from : to > most ? Math.max(most - to, least - from) : 0;

const MOVE_MS = 160;

/** Brings the one chosen step just into view when it lies outside: one just added, one a list pointed at, or where a played way is. */
export const useShowChosen = (root: RefObject<HTMLElement | null>): void => {
  const flow = useReactFlow();
  const store = useCanvasStore();
  const only = useCanvas(
    ({ selection, trail }) => trail?.happening ?? (selection.length === 1 ? selection[0] : undefined),
  );
  const isStill = useReducedMotion();
  useEffect(() => {
    const box = only === undefined ? undefined : store.getState().layout.boxes.get(only);
    const frame = root.current?.getBoundingClientRect();
    if (!box || !frame || frame.width === 0) return;
    const { x, y, zoom } = flow.getViewport();
    const left = box.x * zoom + x;
    const top = box.y * zoom + y;
    const dx = shift(left, left + Math.min(box.width, 260) * zoom, MARGIN.x, frame.width - MARGIN.x);
    const dy = shift(top, top + Math.min(box.height, 120) * zoom, MARGIN.top, frame.height - MARGIN.bottom);
    if (dx !== 0 || dy !== 0)
      void flow.setViewport({ x: x + dx, y: y + dy, zoom }, isStill ? {} : { duration: MOVE_MS });
  }, [only, flow, store, root, isStill]);
};
