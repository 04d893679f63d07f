import { useEffect, useRef } from "react";
import { stagesOf } from "../model/elements.ts";
import { useCanvas, useCanvasStore } from "../store/canvasContext.ts";
import { bandShapeOf } from "./bandShape.ts";
import { elkEngine } from "./elkEngine.ts";
import { tidyBand } from "./tidyBand.ts";

/** Whether a band still needs the engine: it was never laid out, or holds steps that nobody has placed since it changed. */
const needsTidying = (signature: string, known: readonly { readonly signature: string }[], hasFree: boolean): boolean =>
  known.length === 0 || (hasFree && !known.some((tidy) => tidy.signature === signature));

/** Lays out, in the worker, every band that has no layout yet. Answers true once all bands have stood once. */
export const useTidyBands = (): boolean => {
  const store = useCanvasStore();
  const definition = useCanvas((state) => state.definition);
  const isReady = useCanvas(({ tidied }) => stagesOf(definition).every(({ id }) => tidied[id] !== undefined));
  const asked = useRef(new Set<string>());
  useEffect(() => {
    const { tidied, setTidied } = store.getState();
    for (const { id } of stagesOf(definition)) {
      const shape = bandShapeOf(definition, id);
      const hasFree = shape.steps.some((step) => !step.position);
      const job = `${id} ${shape.signature}`;
      if (!needsTidying(shape.signature, tidied[id] ?? [], hasFree) || asked.current.has(job)) continue;
      asked.current.add(job);
      // A band the engine cannot lay out still stands: in a row.
      const inRow = () => ({ signature: shape.signature, places: {}, routes: {} });
      void tidyBand(elkEngine(), shape)
        .catch(inRow)
        .then((band) => setTidied(id, band));
    }
  }, [definition, store]);
  return isReady;
};
