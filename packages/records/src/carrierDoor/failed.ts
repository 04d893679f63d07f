import type { CarrierAnswer, CaseRef } from "@sluice/contracts";
import type { House } from "../house.ts";
import { endEffect, findEffect, originOf } from "./effectRow.ts";
import { unlessForbidden } from "./unlessForbidden.ts";

/**
 * Takes word that the quick attempts at an effect are used up; the kernel then waits, or raises an incident.
 *
 * When nobody knows whether it happened and its receiver cannot tell a repetition, a person is asked. An effect
 * that was never begun cannot have happened, and one that turned out done stays done.
 */
export const failed = (
  house: House,
  ref: CaseRef,
  { key, reason, outcomeUnknown }: { readonly key: string; readonly reason: string; readonly outcomeUnknown: boolean },
): Promise<CarrierAnswer> =>
  unlessForbidden(house, ref, {
    name: "carrier",
    hear: async (tx, it, at) => {
      const effect = await findEffect(tx, it.id, key);
      if (effect === null || (effect.status !== "wanted" && effect.status !== "begun")) return null;
      const unknown = outcomeUnknown && effect.status === "begun" && effect.on_unknown === "ask";
      await endEffect(tx, { caseId: it.id, key }, { status: unknown ? "asking" : "failed", at, error: reason });
      return { type: "effectFailed", effect: key, reason, unknown, of: originOf(effect) };
    },
  });
