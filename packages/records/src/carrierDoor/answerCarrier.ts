import type { CarrierAnswer, CaseRef } from "@sluice/contracts";
import type { CaseInHand } from "../case/caseInHand.ts";
import { findCaseLocked } from "../case/lockCase.ts";
import { saveCase } from "../case/saveCase.ts";
import { stampFor } from "../case/takeStep.ts";
import type { House } from "../house.ts";
import { readEpoch } from "../install/epoch.ts";
import type { DoorTransaction } from "../transaction/doorTransaction.ts";
import { runTransaction } from "../transaction/runTransaction.ts";
import { handOutDirective } from "./directive.ts";

/** What a carrier's call does to the case, under its lock. */
export type CarrierWork = (tx: DoorTransaction, it: CaseInHand, at: string) => Promise<void>;

/** The case's whole wish as this transaction leaves it: what every call of a carrier is answered with. */
export const currentAnswer = async (tx: DoorTransaction, caseId: string, epoch: string): Promise<CarrierAnswer> => {
  const directive = await handOutDirective(tx.db, caseId, epoch);
  return directive === null ? { verdict: "superseded" } : { verdict: "current", directive };
};

/**
 * Runs a carrier's call and answers with the current directive, whatever came of the call; the alarm answered is the alarm
 * the carrier holds from then on. A run of an older epoch, and one of a case that is not here, is superseded.
 */
export const answerCarrier = (house: House, ref: CaseRef, work: CarrierWork): Promise<CarrierAnswer> =>
  runTransaction(house, async (tx): Promise<CarrierAnswer> => {
    const epoch = await readEpoch(tx.db);
    const it = epoch === ref.epoch ? await findCaseLocked(tx, ref.caseId) : null;
    if (it === null) return { verdict: "superseded" };
    await work(tx, it, await stampFor(tx, it));
    await saveCase(tx, it, { callerIsCarrier: true });
    return currentAnswer(tx, it.id, epoch);
  });
