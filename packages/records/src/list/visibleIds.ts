import { sql } from "kysely";
import { abilityOf } from "../rights/abilityOf.ts";
import { rightsToSql } from "../rights/toSql.ts";
import { askerOf } from "./askerOf.ts";
import type { Reads } from "./reads.ts";

/** Which of these records of one type a person may read now: the same rights, as the same SQL, that lists are filtered by. */
export const visibleIds = async (
  reads: Reads,
  type: string,
  ids: readonly string[],
  personId: string,
): Promise<ReadonlySet<string>> => {
  const known = reads.types.find(type);
  if (known === null || ids.length === 0) return new Set();
  const asker = await askerOf(reads, personId);
  const may = rightsToSql(abilityOf(reads.rights, asker), "read", { type: known, alias: "it" });
  const { rows } = await sql<{ id: string }>`
    SELECT it.id FROM ${sql.table(known.table)} AS it WHERE it.id = ANY (${[...ids]}::uuid[]) AND ${may}`.execute(
    reads.db,
  );
  return new Set(rows.map((row) => row.id));
};
