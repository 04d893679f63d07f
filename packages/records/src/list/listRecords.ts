import { problem, Refusal } from "@sluice/problems";
import { sql } from "kysely";
import { columnOf, readRow, storedFields } from "../record/columns.ts";
import type { RecordType } from "../registry/recordType.ts";
import type { StoredRecord } from "../registry/storedRecord.ts";
import { abilityOf } from "../rights/abilityOf.ts";
import { rightsToSql } from "../rights/toSql.ts";
import { askerOf } from "./askerOf.ts";
import { cursorOf, placeOf } from "./cursor.ts";
import { filterToSql, type Filter } from "./filterToSql.ts";
import type { Reads } from "./reads.ts";
import { recordRows, type RecordRow } from "./recordRow.ts";
import { seenTestOf } from "./seenTestOf.ts";
import { DEFAULT_SORT, notSortable, sortToSql, type Sort } from "./sort.ts";

/** The most rows of one page. */
export const MOST_ROWS = 100;

/** Which page of which list. */
export interface ListWish {
  readonly type: string;
  readonly personId: string;
  readonly limit?: number;
  readonly cursor?: string;
  readonly sort?: Sort;
  readonly filter?: Filter;
  /** Those that were deleted instead, as far as the person may bring them back. */
  readonly deleted?: boolean;
}

export interface RecordPage {
  readonly items: readonly RecordRow[];
  readonly nextCursor: string | null;
}

type Row = Readonly<Record<string, unknown>>;

const KEPT_COLUMNS = ["id", "version", "custom", "created_at", "created_by", "updated_at", "updated_by"];

/** What a row is sorted by, as Postgres answers it. */
const valueOf = (type: RecordType, path: string, row: Row | undefined): unknown => {
  const field = type.schema.fields[path];
  if (row === undefined || field === undefined) return null;
  return field.custom === true ? readRow(type, row)[path] : row[columnOf(path, field)];
};

/** What a row of a list is made of: not the search tokens, which outweigh all the rest. */
const columnsOf = (type: RecordType) =>
  sql.join(
    [...new Set([...KEPT_COLUMNS, ...storedFields(type).map(([path, field]) => columnOf(path, field))])].map((column) =>
      sql.ref(`it.${column}`),
    ),
  );

/**
 * One page of the records that a person may see: rights, filter and sort are one query, nothing is filtered afterwards.
 *
 * Pages by key, so that rows added or removed meanwhile make none appear twice. Lines are not part of a list.
 *
 * @problem INPUT_INVALID - the sort, a filter, the limit or the cursor is not one of this list
 */
export const listRecords = async (
  reads: Reads,
  { type: name, personId, limit = 50, cursor, sort = DEFAULT_SORT, filter = {}, deleted = false }: ListWish,
): Promise<RecordPage> => {
  if (!Number.isInteger(limit) || limit < 1 || limit > MOST_ROWS)
    throw new Refusal([problem("INPUT_INVALID", { field: "limit", reason: "outOfRange", most: MOST_ROWS })]);
  const asker = await askerOf(reads, personId);
  const type = reads.types.get(name);
  const seen = seenTestOf(reads.rights, asker, type);
  if (seen(sort.field) !== null) throw notSortable(sort.field);
  const order = sortToSql(sort, type);
  const ability = abilityOf(reads.rights, asker);
  const tests = [
    deleted ? sql<boolean>`it.deleted_at IS NOT NULL` : sql<boolean>`it.deleted_at IS NULL`,
    rightsToSql(ability, "read", { type, alias: "it" }),
    ...(deleted ? [rightsToSql(ability, "delete", { type, alias: "it" })] : []),
    ...filterToSql(filter, type, seen),
  ];
  const stretches = cursor === undefined ? [sql<boolean>`TRUE`] : order.after(placeOf(sort, cursor, type));
  const selects = stretches.map(
    (stretch, place) => sql`(
      SELECT ${place}::int AS stretch, ${columnsOf(type)} FROM ${sql.table(type.table)} AS it
      WHERE ${sql.join([...tests, stretch], sql` AND `)} ORDER BY ${order.order} LIMIT ${limit + 1})`,
  );
  const found =
    await sql<Row>`SELECT * FROM (${sql.join(selects, sql` UNION ALL `)}) AS page LIMIT ${limit + 1}`.execute(reads.db);
  const rows = found.rows.toSorted((one, other) => Number(one["stretch"]) - Number(other["stretch"]));
  const page = rows.slice(0, limit);
  const records = page.map((row): StoredRecord => ({
    type: name,
    id: String(row["id"]),
    version: Number(row["version"]),
    fields: readRow(type, row),
  }));
  const last = page.at(-1);
  const value = valueOf(type, sort.field, last) ?? null;
  return {
    items: await recordRows(reads, asker, { type, records }),
    nextCursor:
      last === undefined || rows.length <= limit
        ? null
        : cursorOf(sort, {
            value: typeof value === "string" || typeof value === "number" ? `${value}` : null,
            id: String(last["id"]),
          }),
  };
};
