import type { CarrierAnswer, CaseRef } from "@sluice/contracts";
import { Refusal, type Problem } from "@sluice/problems";
import type { Happening, Json } from "@sluice/process";
import type { CaseInHand } from "../case/caseInHand.ts";
import { duplicateOf } from "../command/duplicateOf.ts";
import type { House } from "../house.ts";
import type { DoorTransaction } from "../transaction/doorTransaction.ts";
import { answerCarrier } from "./answerCarrier.ts";
import { carrierStep } from "./machineStep.ts";

type MachinesHappening = (Happening & { type: "forbidden" })["happening"];

/** A call of the carrier: what it tells the case, and what is kept of it whatever the case makes of it. */
export interface CarrierCall {
  readonly name: "carrier" | "clock";
  /** Reads under the lock what has happened, and keeps it; null when the case need not hear of it. */
  readonly hear: (tx: DoorTransaction, it: CaseInHand, at: string) => Promise<MachinesHappening | null>;
}

/** The problems for which a step of the machine is refused; null when it is not, or when only others are in the way. */
const forbiddenBy = (error: unknown): readonly Problem[] | null => {
  const refusal = error instanceof Refusal ? error : duplicateOf(error);
  return refusal === null || refusal.problems.some((it) => it.code === "BUSY") ? null : refusal.problems;
};

const noteForbidden = (
  tx: DoorTransaction,
  it: CaseInHand,
  at: string,
  { name, problems }: { name: CarrierCall["name"]; problems: readonly Problem[] },
): void => {
  tx.audit.push({
    at,
    actor: { kind: "system", name },
    via: "process",
    action: "refused",
    recordType: it.recordType,
    recordId: it.recordId,
    caseId: it.id,
    seq: it.state.seq,
    commandId: null,
    detail: { problems: problems.map((problem) => problem.code) },
  });
};

/**
 * Takes the step that a carrier's call brings about, or, when a rule of the firm forbids it, leaves an incident in its place
 * that a person can retry. What is known of the effect is kept in both cases, so nothing outside is done again and no carrier
 * asks in a circle.
 */
export const unlessForbidden = async (
  house: House,
  ref: CaseRef,
  { name, hear }: CarrierCall,
): Promise<CarrierAnswer> => {
  try {
    return await answerCarrier(house, ref, async (tx, it, at) => {
      const happening = await hear(tx, it, at);
      if (happening !== null) await carrierStep(tx, it, { happening, at, name });
    });
  } catch (error) {
    const problems = forbiddenBy(error);
    const [first] = problems ?? [];
    if (problems === null || first === undefined) throw error;
    return answerCarrier(house, ref, async (tx, it, at) => {
      const happening = await hear(tx, it, at);
      if (happening === null) return;
      const values = first.values as { readonly [key: string]: Json };
      await carrierStep(tx, it, { happening: { type: "forbidden", happening, code: first.code, values }, at, name });
      noteForbidden(tx, it, at, { name, problems });
    });
  }
};
