import { problem, Refusal, type Problem } from "@sluice/problems";
import type { RecordRef } from "../registry/storedRecord.ts";
import { readableRecord } from "./getRecord.ts";
import type { Reads } from "./reads.ts";

/**
 * What stands against a record by one of its rules, now: what printing and previews ask before they show anything.
 *
 * @problem NOT_FOUND - there is no such record for the person, or no such rule
 */
export const checkRule = async (
  reads: Reads,
  { ref, rule, personId }: { readonly ref: RecordRef; readonly rule: string; readonly personId: string },
): Promise<readonly Problem[]> => {
  const check = reads.types.get(ref.type).rules?.[rule];
  if (check === undefined) throw new Refusal([problem("NOT_FOUND", { recordType: rule })]);
  const { record, ctx } = await readableRecord(reads, ref, personId);
  return check(record, ctx);
};
