import { validateFields } from "@sluice/domain";
import { assertAllowed, problem, Refusal, type Problem } from "@sluice/problems";
import type { Json } from "@sluice/process";
import { sql } from "kysely";
import { runCommand } from "../command/runCommand.ts";
import type { Caller, Command, Committed } from "../door.ts";
import type { House } from "../house.ts";
import { changesSince } from "../record/changesSince.ts";
import { missingReferences } from "../record/missingReferences.ts";
import { stageProblems } from "../record/stageProblems.ts";
import { unreadableReferences } from "../record/unreadableReferences.ts";
import { writeContext } from "../record/writeContext.ts";
import { writeRecord } from "../record/writeRecord.ts";
import type { RecordRef } from "../registry/storedRecord.ts";
import { authorise, problemsOfFields, questionOf } from "../rights/authorise.ts";
import type { DoorTransaction } from "../transaction/doorTransaction.ts";
import { committed } from "./committed.ts";

type Input = Command & {
  readonly id: string;
  readonly version: number;
  readonly fields: Readonly<Record<string, Json>>;
};

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
 * Changes fields of a record that nobody else has changed since the caller read it.
 *
 * @problem VERSION_CONFLICT - someone has: `changes` says what, from what to what, who and when
 * @problem RECORD_LOCKED - it is being decided on
 * @problem NOT_ALLOWED, FIELD_NOT_ALLOWED - the caller's rights do not reach it
 */
export const patchRecord = (
  house: House,
  type: string,
  { commandId, id, version, fields }: Input,
  caller: Caller,
): Promise<Committed> =>
  runCommand(
    house,
    {
      name: `patch ${type}`,
      commandId,
      input: { id, version, fields },
      caller,
      about: { recordType: type, recordId: id },
    },
    async (tx, { asker }) => {
      const before = await tx.records.find({ type, id }, "write");
      if (before === null) throw new Refusal([problem("NOT_FOUND", { recordType: type })]);
      const { rights } = house;
      const paths = Object.keys(fields);
      authorise(rights, asker, { action: "patch", record: before });
      if (before.version !== version) {
        const since = { type: house.types.get(type), record: before, version };
        const changes = await changesSince(tx, since, questionOf(rights, asker, before));
        throw new Refusal([problem("VERSION_CONFLICT", { current: before.version, yours: version, changes })]);
      }
      const at = await house.clock.now(tx.db);
      const by = { actor: { kind: "person", personId: asker.id } as const, via: caller.via, at, commandId, step: null };
      const validated = validateFields(house.types.get(type).schema, fields, "patch");
      assertAllowed([
        ...validated.problems,
        ...(await stageProblems(house.types.get(type), { record: before, paths }, writeContext(tx, by, writeRecord))),
        ...problemsOfFields(rights, asker, { action: "patch", record: before, paths }),
        ...(await lockProblems(tx, before, paths)),
        ...(await missingReferences(tx, house.types.get(type), validated.values)),
      ]);
      assertAllowed(await unreadableReferences(tx, asker, { type: house.types.get(type), values: validated.values }));
      return committed(await writeRecord(tx, { before, changes: validated.values }, by), null);
    },
  );
