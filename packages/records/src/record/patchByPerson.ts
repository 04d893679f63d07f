import { validateFields } from "@sluice/domain";
import { assertAllowed, problem, Refusal, type Problem } from "@sluice/problems";
import type { Json } from "@sluice/process";
import { sql } from "kysely";
import type { Asker } from "../person/asker.ts";
import type { RecordRef, StoredRecord } from "../registry/storedRecord.ts";
import { authorise, problemsOfFields, questionOf } from "../rights/authorise.ts";
import type { DoorTransaction } from "../transaction/doorTransaction.ts";
import type { Authorship } from "./authorship.ts";
import { changesSince } from "./changesSince.ts";
import { missingReferences } from "./missingReferences.ts";
import { stageProblems } from "./stageProblems.ts";
import { unreadableReferences } from "./unreadableReferences.ts";
import { writeContext } from "./writeContext.ts";
import { writeRecord } from "./writeRecord.ts";

interface Patch {
  /** The record as it stands, held for writing. */
  readonly before: StoredRecord;
  /** The version that the person saw. */
  readonly version: number;
  readonly fields: Readonly<Record<string, Json>>;
}

/** Whether the record is closed to these edits while people decide on it. */
const lockProblems = async (
  tx: DoorTransaction,
  ref: RecordRef,
  paths: readonly string[],
): Promise<readonly Problem[]> => {
  const { rows } = await sql<{ except: string[]; approvers: string[] | null }>`
    SELECT l.except, (
      SELECT array_agg(DISTINCT p.name) FROM task t JOIN person p ON p.id = ANY (t.people) WHERE t.case_id = l.case_id AND t.status = 'open'
    ) AS approvers
    FROM record_lock l WHERE l.record_type = ${ref.type} AND l.record_id = ${ref.id}`.execute(tx.db);
  const closing = rows.filter((lock) => paths.some((path) => !lock.except.includes(path)));
  return closing.length === 0
    ? []
    : [problem("RECORD_LOCKED", { approvers: closing.flatMap((lock) => lock.approvers ?? []) })];
};

/**
 * Writes what a person wants changed in a record that this transaction holds for writing, with everything that stands against
 * it: their rights, somebody else's change, locks, and the schema.
 *
 * @problem VERSION_CONFLICT - someone has changed it: `changes` says what, from what to what, who and when
 * @problem RECORD_LOCKED - it is being decided on
 * @problem NOT_ALLOWED, FIELD_NOT_ALLOWED - the person's rights do not reach it
 */
export const patchByPerson = async (
  tx: DoorTransaction,
  { before, version, fields }: Patch,
  { asker, by }: { readonly asker: Asker; readonly by: Authorship },
): Promise<StoredRecord> => {
  const { rights } = tx.house;
  const type = tx.house.types.get(before.type);
  const paths = Object.keys(fields);
  authorise(rights, asker, { action: "patch", record: before });
  if (before.version !== version) {
    const changes = await changesSince(tx, { type, record: before, version }, questionOf(rights, asker, before));
    throw new Refusal([problem("VERSION_CONFLICT", { current: before.version, yours: version, changes })]);
  }
  const validated = validateFields(type.schema, fields, "patch");
  assertAllowed([
    ...validated.problems,
    ...(await stageProblems(type, { record: before, paths }, writeContext(tx, by, writeRecord))),
    ...problemsOfFields(rights, asker, { action: "patch", record: before, paths }),
    ...(await lockProblems(tx, before, paths)),
    ...(await missingReferences(tx, type, validated.values)),
  ]);
  assertAllowed(await unreadableReferences(tx, asker, { type, values: validated.values }));
  return writeRecord(tx, { before, changes: validated.values }, by);
};
