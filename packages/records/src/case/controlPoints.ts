import { Refusal, type Problem } from "@sluice/problems";
import type { RecordRef } from "../registry/storedRecord.ts";
import type { DoorTransaction } from "../transaction/doorTransaction.ts";

/** A refusal by a rule of the firm, not of the drawing: noted in the audit trail although nothing else is. */
export class ControlPointRefusal extends Refusal {}

/**
 * Checks what must hold when a record reaches these milestones, whoever and whatever moved it there.
 *
 * Runs on the record as this transaction is about to leave it. All points' problems at once.
 */
export const checkControlPoints = async (
  tx: DoorTransaction,
  ref: RecordRef,
  { milestones, at }: { readonly milestones: readonly string[]; readonly at: string },
): Promise<void> => {
  const type = tx.house.types.get(ref.type);
  const keys = new Set(milestones.flatMap((milestone) => type.controlPoints?.[milestone] ?? []));
  if (keys.size === 0) return;
  const record = await tx.records.find(ref, "share");
  if (record === null) throw new Error(`the ${ref.type} ${ref.id} of a milestone is not there`);
  const ctx = { db: tx.db, at, record: (it: RecordRef) => tx.records.find(it, "share"), watch: () => undefined };
  const problems: Problem[] = [];
  for (const key of keys) {
    const rule = type.rules?.[key];
    if (rule === undefined) throw new Error(`the control point ${key} of ${ref.type} is not known`);
    problems.push(...(await rule(record, ctx)));
  }
  if (problems.length > 0) throw new ControlPointRefusal(problems);
};
