import { useEffect } from "react";
import { problemsOf } from "../canvas/problems/problems.ts";
import { schemaFindings } from "../canvas/problems/schemaFindings.ts";
import type { CanvasStore } from "../canvas/store/canvasStore.ts";
import type { StudioPorts } from "./studioPorts.ts";

const PAUSE_MS = 400;

/** Keeps the problems up to date: a moment after each change, never while something is dragged, the newest answer only. */
export const useFindings = (store: CanvasStore, ports: StudioPorts): void => {
  useEffect(() => {
    let timer: number | undefined;
    let asking: AbortController | null = null;
    const check = async () => {
      asking?.abort();
      const { definition, set } = store.getState();
      const own = schemaFindings(definition);
      if (own.length > 0) return set({ problems: problemsOf(own) });
      const request = (asking = new AbortController());
      try {
        const findings = await ports.check(definition, request.signal);
        if (!request.signal.aborted && store.getState().definition === definition)
          set({ problems: problemsOf(findings) });
      } catch (error) {
        // The last findings stand until the checker can be asked again.
        if (!request.signal.aborted && !(error instanceof Error)) throw error;
      }
    };
    const soon = () => {
      window.clearTimeout(timer);
      timer = window.setTimeout(() => void check(), PAUSE_MS);
    };
    soon();
    const stop = store.subscribe((state, before) => {
      if (state.definition !== before.definition) soon();
    });
    return () => {
      stop();
      window.clearTimeout(timer);
      asking?.abort();
    };
  }, [store, ports]);
};
