import { Refusal, type Problem } from "@sluice/problems";
import type { RecordRef } from "../registry/storedRecord.ts";
import type { FactSource } from "./facts/factSource.ts";

/** A refusal by a rule of the firm, not of the drawing: noted in the audit trail although nothing else is. */
export class ControlPointRefusal extends Refusal {}

/** What must be known to ask the rules: the record as it stands, and where they look. */
export type ControlSource = Pick<FactSource, "house" | "db" | "at" | "records" | "record">;

/**
 * What the firm's rules have against it that a record reaches these milestones, whoever and whatever moves it there: all points'
 * problems at once. The rules see records as the source reads them, locked or not.
 */
export const controlPointProblems = async (
  { house, db, at, records, record: ref }: ControlSource,
  milestones: readonly string[],
): Promise<readonly Problem[]> => {
  const type = house.types.get(ref.type);
  const keys = new Set(milestones.flatMap((milestone) => type.controlPoints?.[milestone] ?? []));
  if (keys.size === 0) return [];
  const read = (it: RecordRef) => records.find(it, "share");
  const record = await read(ref);
  if (record === null) throw new Error(`the ${ref.type} ${ref.id} of a milestone is not there`);
  const problems: Problem[] = [];
  for (const key of keys) {
    const rule = type.rules?.[key];
    if (rule === undefined) throw new Error(`the control point ${key} of ${ref.type} is not known`);
    problems.push(...(await rule(record, { db, at, record: read, watch: () => undefined })));
  }
  return problems;
};
