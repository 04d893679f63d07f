import type { CarrierAnswer, CaseRef } from "@sluice/contracts";
import type { Json } from "@sluice/process";
import type { House } from "../house.ts";
import { endEffect, findEffect, originOf } from "./effectRow.ts";
import { unlessForbidden } from "./unlessForbidden.ts";

/** Statuses in which word that an effect is done is news. `failed` and `asking` too: it had happened after all. */
const NEWS: ReadonlySet<string> = new Set(["wanted", "begun", "failed", "asking", "unwanted"]);

/**
 * Takes word that an effect is done, once. What is no longer wanted and happened all the same is kept as that, and the
 * kernel undoes it if its step says how.
 */
export const done = (
  house: House,
  ref: CaseRef,
  { key, output }: { readonly key: string; readonly output: Readonly<Record<string, Json>> },
): Promise<CarrierAnswer> =>
  unlessForbidden(house, ref, {
    name: "carrier",
    hear: async (tx, it, at) => {
      const effect = await findEffect(tx, it.id, key);
      if (effect === null || !NEWS.has(effect.status)) return null;
      const of = originOf(effect);
      await endEffect(tx, { caseId: it.id, key }, { status: of.isWanted ? "done" : "happenedAnyway", at, output });
      return { type: "effectDone", effect: key, output, of };
    },
  });
