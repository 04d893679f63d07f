import { validateFields } from "@sluice/domain";
import { assertAllowed } from "@sluice/problems";
import type { Json } from "@sluice/process";
import { sql } from "kysely";
import type { RecordType } from "../registry/recordType.ts";
import type { Fields, StoredRecord } from "../registry/storedRecord.ts";
import { askedOnce } from "../transaction/askedOnce.ts";
import type { DoorTransaction } from "../transaction/doorTransaction.ts";
import { newId } from "../transaction/newId.ts";
import { personOf, type Authorship } from "./authorship.ts";
import { customChanges, writeRow } from "./columns.ts";
import { keepUniqueValues } from "./keepUniqueValues.ts";
import { writeLines } from "./lineRows.ts";
import { missingReferences } from "./missingReferences.ts";
import { stageProblems } from "./stageProblems.ts";
import { takeNumbers } from "./takeNumber.ts";
import { tellOf } from "./tellOf.ts";
import { writeContext } from "./writeContext.ts";
import { withIdsOfLines, writeRecord } from "./writeRecord.ts";

interface Birth {
  readonly type: RecordType;
  readonly fields: Readonly<Record<string, Json>>;
  /** Whose it becomes when the fields do not say. */
  readonly ownerId: string | null;
}

/** The owner given, else whoever makes it; the department is the owner's unless given. */
const ownership = async (tx: DoorTransaction, { type, ownerId }: Birth, values: Fields): Promise<Fields> => {
  const fields = type.schema.fields;
  if (fields["owner"] === undefined) return {};
  const owner = values["owner"] ?? ownerId;
  if (typeof owner !== "string" || fields["department"] === undefined || (values["department"] ?? null) !== null)
    return { owner };
  const row = await askedOnce(tx, ["departmentOf", owner], () =>
    tx.db.selectFrom("person").select("department_id").where("id", "=", owner).executeTakeFirst(),
  );
  return { owner, department: row?.department_id ?? null };
};

const insert = async (
  tx: DoorTransaction,
  type: RecordType,
  { records, by }: { readonly records: readonly StoredRecord[]; readonly by: Authorship },
): Promise<void> => {
  const rows = records.map((record): Record<string, unknown> => ({
    ...writeRow(type, record.fields),
    ...type.extraColumns?.(record),
    custom: JSON.stringify(customChanges(type, record.fields)?.put ?? {}),
    id: record.id,
    version: record.version,
    created_at: by.at,
    created_by: personOf(by),
    updated_at: by.at,
    updated_by: personOf(by),
  }));
  const names = Object.keys(rows[0] ?? {});
  await sql`
    INSERT INTO ${sql.table(type.table)} (${sql.join(names.map((name) => sql.ref(name)))})
    VALUES ${sql.join(rows.map((row) => sql`(${sql.join(names.map((name) => row[name]))})`))}`.execute(tx.db);
  for (const record of records) {
    for (const path of Object.keys(type.lines ?? {})) {
      const lines = record.fields[path];
      if (Array.isArray(lines) && lines.length > 0) await writeLines(tx.db, { type, id: record.id, path }, lines);
    }
  }
};

/** Builds a record from what someone wrote, or refuses with everything that stands against it. Nothing is stored yet. */
export const draftRecord = async (tx: DoorTransaction, birth: Birth, by: Authorship): Promise<StoredRecord> => {
  const { type } = birth;
  const validated = validateFields(type.schema, birth.fields, "create");
  const unborn = { type: type.schema.type, id: newId(), version: 0, fields: validated.values };
  const tried = { record: unborn, paths: Object.keys(birth.fields) };
  assertAllowed([
    ...validated.problems,
    ...(await stageProblems(type, tried, writeContext(tx, by, writeRecord))),
    ...(await missingReferences(tx, type, validated.values)),
  ]);
  const values: Fields = { ...validated.values, ...(await ownership(tx, birth, validated.values)) };
  const empty = Object.fromEntries(
    Object.entries(type.schema.fields).map(([path, field]) => [path, field.type === "lines" ? [] : null]),
  );
  const kept = {
    createdAt: by.at,
    createdBy: personOf(by),
    updatedAt: by.at,
    updatedBy: personOf(by),
    deletedAt: null,
  };
  return {
    type: type.schema.type,
    id: newId(),
    version: 1,
    fields: { ...empty, ...kept, ...withIdsOfLines(type.lines, values) },
  };
};

/** A drafted record and whose doing it is. */
export interface Drafted {
  readonly draft: StoredRecord;
  readonly by: Authorship;
}

/**
 * Stores drafted records of one type: derived fields, numbers, rows, lines, audit. Their cases are born by whoever calls.
 *
 * All were drafted at one instant by one person; each has its command.
 */
export const storeRecords = async (
  tx: DoorTransaction,
  type: RecordType,
  all: readonly Drafted[],
): Promise<readonly StoredRecord[]> => {
  const [first] = all;
  if (first === undefined) return [];
  const settled: StoredRecord[] = [];
  for (const { draft, by } of all) {
    tx.locks.made(draft);
    tx.records.remember(draft);
    const { problems, derived } = (await type.settle?.(draft, null, writeContext(tx, by, writeRecord))) ?? {
      problems: [],
      derived: {},
    };
    assertAllowed(problems);
    settled.push({ ...draft, fields: { ...draft.fields, ...derived } });
  }
  const numbers = await takeNumbers(tx, type, { at: first.by.at, count: all.length });
  const records = settled.map((record, index): StoredRecord => {
    const number = numbers[index];
    return number === undefined ? record : { ...record, fields: { ...record.fields, number } };
  });
  await insert(tx, type, { records, by: first.by });
  await keepUniqueValues(tx, type, { records });
  for (const [index, record] of records.entries()) {
    const { by } = all[index] ?? first;
    tx.records.remember(record);
    tellOf(tx, record, { action: "create", detail: { fields: record.fields }, by });
    await type.afterWrite?.(record, null, writeContext(tx, by, writeRecord));
  }
  return records;
};

/** Stores one drafted record, as `storeRecords` does. */
export const storeRecord = async (tx: DoorTransaction, draft: StoredRecord, by: Authorship): Promise<StoredRecord> => {
  const [record] = await storeRecords(tx, tx.house.types.get(draft.type), [{ draft, by }]);
  if (record === undefined) throw new Error("a drafted record was not stored");
  return record;
};
