import type { CaseRef } from "@sluice/contracts";
import type { Json } from "@sluice/process";
import { findCaseLocked } from "../case/lockCase.ts";
import { saveCase } from "../case/saveCase.ts";
import { stampFor } from "../case/takeStep.ts";
import type { BeginAnswer } from "../door.ts";
import type { House } from "../house.ts";
import { readEpoch } from "../install/epoch.ts";
import { runTransaction } from "../transaction/runTransaction.ts";
import { endEffect, findEffect } from "./effectRow.ts";
import { carrierStep } from "./machineStep.ts";

const SUPERSEDED: BeginAnswer = { verdict: "superseded" };

/**
 * Lets an activity begin an effect, with the input it was wanted with; `superseded` when there is nothing to do.
 *
 * An effect that was begun before and never ended may have happened. Where its receiver can tell a repetition, it is begun
 * again; where not (`ask`), nothing is done until a person has looked.
 */
export const begin = (house: House, ref: CaseRef, key: string): Promise<BeginAnswer> =>
  runTransaction(house, async (tx): Promise<BeginAnswer> => {
    const it = (await readEpoch(tx.db)) === ref.epoch ? await findCaseLocked(tx, ref.caseId) : null;
    const effect = it === null ? null : await findEffect(tx, it.id, key);
    if (it === null || effect === null || (effect.status !== "wanted" && effect.status !== "begun")) return SUPERSEDED;
    const at = await stampFor(tx, it);
    if (effect.status === "begun" && effect.on_unknown === "ask") {
      await endEffect(tx, { caseId: it.id, key }, { status: "asking", at, error: "nobody knows whether it happened" });
      await carrierStep(tx, it, {
        happening: { type: "effectFailed", effect: key, reason: "nobody knows whether it happened", unknown: true },
        at,
        name: "carrier",
      });
      await saveCase(tx, it);
      return SUPERSEDED;
    }
    const attempt = effect.attempts + 1;
    await tx.db
      .updateTable("effect")
      .set({ status: "begun", attempts: attempt, begun_at: at })
      .where("case_id", "=", it.id)
      .where("key", "=", key)
      .execute();
    return {
      verdict: "begin",
      block: effect.block,
      input: effect.input as { readonly [name: string]: Json },
      attempt,
      onUnknown: effect.on_unknown === "ask" ? "ask" : "repeat",
      caseId: it.id,
      processKey: it.processKey,
    };
  });
