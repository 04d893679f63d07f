import { sql, type Kysely, type RawBuilder } from "kysely";
import type { DB } from "../generated/database.ts";
import type { RecordType } from "../registry/recordType.ts";
import type { RecordTypes } from "../registry/recordTypes.ts";
import { amountField, type CaseFilter } from "./caseFilter.ts";
import { isOfAmount, isWithin } from "./fits.ts";

/** Which records are asked about, and from when on. */
interface Asked {
  /** SQL that answers their ids as `record_id`. */
  readonly records: RawBuilder<unknown>;
  /** SQL for the first instant that is of interest. */
  readonly since: RawBuilder<unknown>;
}

interface Column {
  readonly path: string;
  readonly column: string;
  readonly fits: RawBuilder<boolean>;
}

/** When one field had a value that fits: before each change what it was changed from, after the last what it is. */
const stretchesOf = (type: RecordType, { path, column, fits }: Column, { records, since }: Asked) => {
  const changes = sql`audit AS a WHERE a.record_type = ${type.schema.type} AND a.record_id = asked.record_id AND a.action = 'patch'
    AND a.at > ${since} AND a.detail ? ${path}`;
  return sql`
    SELECT record_id, since, until FROM (
      SELECT asked.record_id, told.since, told.until, told.value
      FROM (${records}) AS asked, LATERAL (
        SELECT lag(a.at, 1, '-infinity'::timestamptz) OVER (ORDER BY a.at, a.id) AS since, a.at AS until,
          a.detail -> ${path} ->> 'from' AS value
        FROM ${changes}
      ) AS told
      UNION ALL
      SELECT asked.record_id, coalesce((SELECT max(a.at) FROM ${changes}), '-infinity'::timestamptz), 'infinity'::timestamptz,
        record.${sql.ref(column)}::text
      FROM (${records}) AS asked JOIN ${sql.table(type.table)} AS record ON record.id = asked.record_id
    ) AS stretch WHERE ${fits}`;
};

const columnsOf = (type: RecordType, filter: CaseFilter): readonly Column[] => {
  const { department, amountFrom, amountUntil } = filter;
  const amount = amountField(type);
  return [
    ...(department === undefined
      ? []
      : [
          {
            path: "department",
            column: "department_id",
            fits: isWithin(sql`value::uuid`, department),
          },
        ]),
    ...(amount === null || (amountFrom === undefined && amountUntil === undefined)
      ? []
      : [{ path: amount, column: amount, fits: isOfAmount(sql`value::numeric`, filter) }]),
  ];
};

/**
 * The SQL that answers from when until when the records of a process fitted a filter by department and amount (`record_id`,
 * `since`, `until`), told backwards from how each stands today by what the audit trail says it was changed from. Departments lie
 * where they lie today. Null where the filter asks nothing of the record.
 */
export const fittingStretches = async (
  { db, types }: { readonly db: Kysely<DB>; readonly types: RecordTypes },
  key: string,
  filter: CaseFilter,
  asked: Asked,
): Promise<RawBuilder<unknown> | null> => {
  const process = await db.selectFrom("process").select("record_type").where("key", "=", key).executeTakeFirst();
  const type = process === undefined ? null : types.find(process.record_type);
  if (type === null) return null;
  const [first, second] = columnsOf(type, filter).map((column) => stretchesOf(type, column, asked));
  if (first === undefined || second === undefined) return first ?? null;
  return sql`
    SELECT one.record_id, greatest(one.since, other.since) AS since, least(one.until, other.until) AS until
    FROM (${first}) AS one JOIN (${second}) AS other USING (record_id)
    WHERE greatest(one.since, other.since) < least(one.until, other.until)`;
};
