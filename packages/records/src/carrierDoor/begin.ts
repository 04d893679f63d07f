import type { CaseRef } from "@sluice/contracts";
import { machineReason } from "@sluice/problems";
import type { Json } from "@sluice/process";
import type { CaseInHand } from "../case/caseInHand.ts";
import { findCaseLocked } from "../case/lockCase.ts";
import { saveCase } from "../case/saveCase.ts";
import { stampFor } from "../case/takeStep.ts";
import type { BeginAnswer } from "../door.ts";
import type { House } from "../house.ts";
import { readEpoch } from "../install/epoch.ts";
import type { DoorTransaction } from "../transaction/doorTransaction.ts";
import { runTransaction } from "../transaction/runTransaction.ts";
import { currentAnswer } from "./answerCarrier.ts";
import { endEffect, findEffect, originOf, type EffectRow } from "./effectRow.ts";
import { carrierStep } from "./machineStep.ts";

const noteBegun = async (
  tx: DoorTransaction,
  it: CaseInHand,
  { effect, at }: { readonly effect: EffectRow; readonly at: string },
): Promise<BeginAnswer> => {
  const attempt = effect.attempts + 1;
  await tx.db
    .updateTable("effect")
    .set({ status: "begun", attempts: attempt, begun_at: at })
    .where("case_id", "=", it.id)
    .where("key", "=", effect.key)
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
};

const ask = async (
  tx: DoorTransaction,
  it: CaseInHand,
  { effect, at }: { readonly effect: EffectRow; readonly at: string },
): Promise<void> => {
  const reason = machineReason("nobodyKnows");
  await endEffect(tx, { caseId: it.id, key: effect.key }, { status: "asking", at, error: reason });
  await carrierStep(tx, it, {
    happening: { type: "effectFailed", effect: effect.key, reason, unknown: true, of: originOf(effect) },
    at,
    name: "carrier",
  });
  await saveCase(tx, it, { callerIsCarrier: true });
};

/**
 * Lets an activity begin an effect, with the input it was wanted with; when there is nothing to do it is answered with the
 * current directive, as after any other call.
 *
 * An effect that was begun before and never ended may have happened. Where its receiver can tell a repetition, it is begun
 * again; where not (`ask`), nothing is done until a person has looked.
 */
export const begin = (house: House, ref: CaseRef, key: string): Promise<BeginAnswer> =>
  runTransaction(house, async (tx): Promise<BeginAnswer> => {
    const epoch = await readEpoch(tx.db);
    const it = epoch === ref.epoch ? await findCaseLocked(tx, ref.caseId) : null;
    if (it === null) return { verdict: "superseded", answer: { verdict: "superseded" } };
    const effect = await findEffect(tx, it.id, key);
    if (effect?.status === "wanted" || effect?.status === "begun") {
      const at = await stampFor(tx, it);
      if (effect.status === "wanted" || effect.on_unknown !== "ask") return noteBegun(tx, it, { effect, at });
      await ask(tx, it, { effect, at });
    }
    return { verdict: "superseded", answer: await currentAnswer(tx, it.id, epoch) };
  });
