import { VALUES_COUNTED } from "@sluice/domain";
import { problem, Refusal } from "@sluice/problems";
import type { Json } from "@sluice/process";
import { sql } from "kysely";
import type { Caller, Committed } from "../door.ts";
import type { Asker } from "../person/asker.ts";
import type { RecordType } from "../registry/recordType.ts";
import type { DoorTransaction } from "../transaction/doorTransaction.ts";

/** Lets admins through: only they say which fields there are and how they are laid out. */
export const assertFieldKeeper = (asker: Asker): void => {
  if (!asker.roles.includes("admin")) {
    throw new Refusal([
      problem("NOT_ALLOWED", { action: "design", recordType: "field" }, { whoCanClear: [{ role: "admin" }] }),
    ]);
  }
};

/**
 * The record type that fields are added to; people and departments take none.
 *
 * @problem NOT_FOUND - there is no such type
 */
export const typeWithFields = (tx: DoorTransaction, name: string): RecordType => {
  const type = tx.house.types.get(name);
  if (type.extraColumns === undefined) throw new Refusal([problem("NOT_FOUND", { recordType: name })]);
  return type;
};

/**
 * How many records of a type hold a value of a field, deleted ones included: what came before stays meant as it was. Counted
 * up to `VALUES_COUNTED`.
 */
export const valuesOf = async (tx: DoorTransaction, type: RecordType, key: string): Promise<number> => {
  const { rows } = await sql<{ readonly count: number }>`
    SELECT count(*)::int AS count
    FROM (SELECT FROM ${sql.table(type.table)} WHERE custom ? ${key} LIMIT ${VALUES_COUNTED}) held`.execute(tx.db);
  return rows[0]?.count ?? 0;
};

interface FieldWritten {
  readonly id: string;
  readonly version: number;
  readonly action: string;
  readonly caller: Caller;
  readonly commandId: string;
  readonly at: string;
  readonly detail: Readonly<Record<string, Json>>;
}

/** Notes what was changed of a field, moves the revision on, tells everybody, and answers. */
export const fieldWritten = async (
  tx: DoorTransaction,
  { id, version, action, caller, commandId, at, detail }: FieldWritten,
): Promise<Committed> => {
  await sql`UPDATE field_revision SET revision = revision + 1`.execute(tx.db);
  tx.audit.push({
    at,
    actor: { kind: "person", personId: caller.personId },
    via: caller.via,
    action,
    recordType: "field",
    recordId: id,
    caseId: null,
    seq: null,
    commandId,
    detail,
  });
  tx.changes.push({ type: "field", id, version });
  return { caseId: null, seq: null, recordType: "field", recordId: id, version };
};
