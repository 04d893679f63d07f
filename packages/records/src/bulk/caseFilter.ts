import { sql, type Kysely, type RawBuilder } from "kysely";
import type { DB } from "../generated/database.ts";
import type { RecordType } from "../registry/recordType.ts";
import type { RecordTypes } from "../registry/recordTypes.ts";
import { isOfAmount, isWithin } from "./fits.ts";

/** Some cases of a process: of one version, of a department and those below it, of an amount from and below. */
export interface CaseFilter {
  readonly version?: number | undefined;
  readonly department?: string | undefined;
  readonly amountFrom?: string | undefined;
  readonly amountUntil?: string | undefined;
}

/** The field by which the records of a type are large or small; null where they have no amount. */
export const amountField = ({ schema }: Pick<RecordType, "schema">): string | null =>
  schema.fields["total"]?.type === "money" ? "total" : null;

/** Whether there is anything to ask of the record. */
const asksRecord = ({ department, amountFrom, amountUntil }: CaseFilter): boolean =>
  department !== undefined || amountFrom !== undefined || amountUntil !== undefined;

/**
 * The SQL test for the cases of a filter: by version, and by department (with those below it) and amount as the record says them
 * today. The table `case` is in scope under the given name.
 */
export const caseFilter = async (
  { db, types }: { readonly db: Kysely<DB>; readonly types: RecordTypes },
  { key, alias }: { readonly key: string; readonly alias: string },
  filter: CaseFilter,
): Promise<RawBuilder<boolean>> => {
  const it = sql.ref(alias);
  const byVersion = filter.version === undefined ? sql<boolean>`true` : sql<boolean>`${it}.version = ${filter.version}`;
  if (!asksRecord(filter)) return byVersion;
  const process = await db.selectFrom("process").select("record_type").where("key", "=", key).executeTakeFirst();
  const type = process === undefined ? null : types.find(process.record_type);
  if (type === null) return sql<boolean>`false`;
  const { department } = filter;
  const inDepartment = department === undefined ? sql<boolean>`true` : isWithin(sql`record.department_id`, department);
  const amount = amountField(type);
  const ofAmount = amount === null ? sql<boolean>`true` : isOfAmount(sql`record.${sql.ref(amount)}`, filter);
  return sql<boolean>`(${byVersion} AND EXISTS (
    SELECT FROM ${sql.table(type.table)} AS record WHERE record.id = ${it}.record_id AND ${inDepartment} AND ${ofAmount}))`;
};
