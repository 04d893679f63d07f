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

/** How the step is taken: as it is; as one that is forbidden; as one whose way out of that is forbidden too. */
type Asked = { readonly problems: readonly Problem[]; readonly standing: boolean } | null;

/** Takes the step as it is asked to be. Answers what forbids it, or what the carrier is told. */
const attempted = async (
  house: House,
  ref: CaseRef,
  { name, hear }: CarrierCall,
  asked: Asked,
): Promise<CarrierAnswer | readonly Problem[]> => {
  try {
    return await answerCarrier(house, ref, async (tx, it, at) => {
      const heard = await hear(tx, it, at);
      if (heard === null) return;
      await carrierStep(tx, it, { happening: asked === null ? heard : forbiddenOf(heard, asked), at, name });
      if (asked !== null) noteForbidden(tx, it, at, { name, problems: asked.problems });
    });
  } catch (error) {
    const problems = forbiddenBy(error);
    if (problems === null || problems.length === 0) throw error;
    return problems;
  }
};

const isForbidden = (answer: CarrierAnswer | readonly Problem[]): answer is readonly Problem[] => Array.isArray(answer);

const forbiddenOf = (happening: MachinesHappening, { problems, standing }: NonNullable<Asked>): Happening => {
  const [first] = problems as readonly [Problem, ...Problem[]];
  const values = first.values as { readonly [key: string]: Json };
  return { type: "forbidden", happening, code: first.code, values, ...(standing ? { standing } : {}) };
};

/**
 * Takes the step that a carrier's call brings about, or, when a rule of the firm forbids it, does what the step says of that;
 * where it says nothing, or that is forbidden too, leaves an incident in its place that a person can retry. What is known of
 * the effect is kept in every case, so nothing outside is done again and no carrier asks in a circle.
 */
export const unlessForbidden = async (house: House, ref: CaseRef, call: CarrierCall): Promise<CarrierAnswer> => {
  const taken = await attempted(house, ref, call, null);
  if (!isForbidden(taken)) return taken;
  const answered = await attempted(house, ref, call, { problems: taken, standing: false });
  if (!isForbidden(answered)) return answered;
  const standing = await attempted(house, ref, call, { problems: taken, standing: true });
  if (isForbidden(standing)) throw new Refusal(standing);
  return standing;
};
