import { useReactFlow, useStoreApi } from "@xyflow/react";
import { useCallback } from "react";
import { fitOf } from "../layout/fitOf.ts";
import { useCanvasStore } from "../store/canvasContext.ts";

/** Shows the process as it is first seen. */
export const useFit = (): (() => void) => {
  const flow = useReactFlow();
  const flowStore = useStoreApi();
  const store = useCanvasStore();
  return useCallback(() => {
    void flow.setViewport(fitOf(store.getState(), flowStore.getState()));
  }, [flow, flowStore, store]);
};
