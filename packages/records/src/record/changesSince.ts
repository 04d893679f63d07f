import { accessTo, maskText, type FieldSchema, type RightsQuestion } from "@sluice/domain";
import type { ProblemValue } from "@sluice/problems";
import { sql } from "kysely";
import type { RecordType } from "../registry/recordType.ts";
import type { StoredRecord } from "../registry/storedRecord.ts";
import type { DoorTransaction } from "../transaction/doorTransaction.ts";

/** How many steps of the audit trail are told at most; who is further behind reads the record anew. */
const MOST_STEPS = 50;
/** Longer values are told to have changed, without the values. */
const MOST_CHARACTERS = 500;

interface Row {
  readonly at: string;
  readonly by: string | null;
  readonly detail: Readonly<Record<string, { readonly from: ProblemValue; readonly to: ProblemValue } | undefined>>;
}

interface Told {
  readonly from: ProblemValue;
  readonly to: ProblemValue;
  readonly by: string | null;
  readonly at: string;
}

const isShort = (value: ProblemValue): boolean => JSON.stringify(value).length <= MOST_CHARACTERS;

const shown = (value: ProblemValue, isMasked: boolean): ProblemValue => {
  if (!isMasked) return isShort(value) ? value : null;
  return typeof value === "string" ? maskText(value) : null;
};

/** A change as its reader may know of it; null when the field is none of theirs. Lines are told to have changed, no more. */
const toldOf = (path: string, field: FieldSchema | undefined, change: Told, question: RightsQuestion): ProblemValue => {
  const access = accessTo(question, "read", path);
  if (field === undefined || access === "hidden") return null;
  const { by, at } = change;
  const values =
    field.type === "lines"
      ? {}
      : { from: shown(change.from, access === "masked"), to: shown(change.to, access === "masked") };
  return { field: path, label: { en: field.label.en, zh: field.label.zh }, ...values, by, at };
};

/** What others have changed of a record since a version of it: field by field, from what to what, who last and when; masked for its reader. */
export const changesSince = async (
  tx: DoorTransaction,
  { type, record, version }: { readonly type: RecordType; readonly record: StoredRecord; readonly version: number },
  question: RightsQuestion,
): Promise<readonly ProblemValue[]> => {
  const behind = Math.min(record.version - version, MOST_STEPS);
  if (behind <= 0) return [];
  const { rows } = await sql<Row>`
    SELECT a.at, a.detail, (SELECT p.name FROM person p WHERE p.id = (a.actor ->> 'personId')::uuid) AS by
    FROM audit a WHERE a.record_type = ${record.type} AND a.record_id = ${record.id} AND a.action = 'patch'
    ORDER BY a.id DESC LIMIT ${behind}`.execute(tx.db);
  const changes = new Map<string, Told>();
  for (const { at, by, detail } of rows.toReversed()) {
    for (const [path, change] of Object.entries(detail)) {
      if (change === undefined) continue;
      const { from } = changes.get(path) ?? change;
      changes.set(path, { from, to: change.to, by, at });
    }
  }
  return [...changes]
    .map(([path, change]) => toldOf(path, type.schema.fields[path], change, question))
    .filter((it) => it !== null);
};
