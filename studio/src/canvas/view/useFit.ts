import { useReactFlow, useStoreApi } from "@xyflow/react";
import { useCallback } from "react";
import { useCanvasStore } from "../store/canvasContext.ts";

const MARGIN = 12;
const READABLE = 0.72;

/** Shows the whole process when that is readable; else its whole width from the top. */
export const useFit = (): (() => void) => {
  const flow = useReactFlow();
  const flowStore = useStoreApi();
  const store = useCanvasStore();
  return useCallback(() => {
    const { layout, routes, definition } = store.getState();
    const { width, height } = flowStore.getState();
    let [left, right, top] = [0, layout.right, 0];
    for (const { points } of routes.values()) {
      for (const point of points) {
        left = Math.min(left, point.x);
        right = Math.max(right, point.x);
      }
    }
    for (const node of definition.nodes)
      if (node.kind === "start") top = Math.min(top, layout.boxes.get(node.id)?.y ?? 0);
    const wide = (width - 2 * MARGIN) / (right - left);
    const tall = (height - 2 * MARGIN) / (layout.bottom - top - 20);
    const zoom = Math.min(1, wide, Math.max(tall, Math.min(READABLE, wide)));
    void flow.setViewport({
      x: (width - (right - left) * zoom) / 2 - left * zoom,
      y: MARGIN - top * zoom,
      zoom: Math.max(0.2, zoom),
    });
  }, [flow, flowStore, store]);
};
