import type { ELK } from "elkjs/lib/elk-api";
import { stagesOf } from "../model/elements.ts";
import { placeSteps } from "../model/placeSteps.ts";
import type { CanvasStore } from "../store/canvasStore.ts";
import { bandShapeOf } from "./bandShape.ts";
import { elkEngine } from "./elkEngine.ts";
import { tidyBand } from "./tidyBand.ts";

/** Tidy: every band laid out anew, or that of one stage alone, as one step to undo. Only ever on request. */
export const tidyAll = async (
  store: CanvasStore,
  { stage: only, engine = elkEngine() }: { readonly stage?: string; readonly engine?: ELK } = {},
): Promise<void> => {
  const { definition, setTidied, selection } = store.getState();
  const bands = await Promise.all(
    stagesOf(definition)
      .filter(({ id }) => only === undefined || id === only)
      .map(async ({ id }) => ({ id, tidy: await tidyBand(engine, bandShapeOf(definition, id)) })),
  );
  if (store.getState().definition !== definition) return;
  for (const { id, tidy } of bands) setTidied(id, tidy);
  const places = bands.flatMap(({ id: stage, tidy }) =>
    Object.entries(tidy.places).map(([id, position]) => ({ id, stage, position })),
  );
  store.getState().apply((before) => ({ ...placeSteps(places)(before), select: selection }));
};
