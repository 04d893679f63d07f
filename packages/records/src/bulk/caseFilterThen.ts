import { sql, type Kysely, type RawBuilder } from "kysely";
import type { DB } from "../generated/database.ts";
import type { RecordTypes } from "../registry/recordTypes.ts";
import type { CaseFilter } from "./caseFilter.ts";
import { fittingStretches } from "./fittingStretches.ts";
import { versionThen } from "./versionThen.ts";

interface Then {
  readonly key: string;
  readonly alias: string;
  /** The instant. */
  readonly at: string;
  /** SQL that answers the records of all cases that the test may be asked for as `record_id`. */
  readonly records: RawBuilder<unknown>;
}

/**
 * The SQL test for the cases that fitted a filter at an instant: by the version that they ran on then, by department and amount as
 * the record said them then. The table `case` is in scope under the given name.
 */
export const caseFilterThen = async (
  by: { readonly db: Kysely<DB>; readonly types: RecordTypes },
  { key, alias, at, records }: Then,
  filter: CaseFilter,
): Promise<RawBuilder<boolean>> => {
  const instant = sql`${at}::timestamptz`;
  const byVersion =
    filter.version === undefined
      ? sql<boolean>`true`
      : sql<boolean>`${versionThen(alias, instant)} = ${filter.version}`;
  const stretches = await fittingStretches(by, key, filter, { records, since: instant });
  if (stretches === null) return byVersion;
  return sql<boolean>`(${byVersion} AND ${sql.ref(alias)}.record_id IN (
    SELECT record_id FROM (${stretches}) AS fitting WHERE since <= ${instant} AND ${instant} < until))`;
};
