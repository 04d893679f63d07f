import { type RawBuilder, sql } from "kysely";
import { abilityOf } from "../rights/abilityOf.ts";
import { rightsToSql } from "../rights/toSql.ts";
import { askerOf } from "./askerOf.ts";
import type { Reads } from "./reads.ts";

/**
 * The SQL test for the cases a person may know of: those of records they may read, those they started, and those in which they
 * have or had a task. The table `case` is in scope under its own name.
 */
export const knownCasesTest = async (reads: Reads, personId: string): Promise<RawBuilder<boolean>> => {
  const asker = await askerOf(reads, personId);
  const ability = abilityOf(reads.rights, asker);
  const byRecord = reads.types.all.map(
    (type) => sql<boolean>`("case".record_type = ${type.schema.type} AND EXISTS (
      SELECT FROM ${sql.table(type.table)} AS it WHERE it.id = "case".record_id AND it.deleted_at IS NULL AND ${rightsToSql(ability, "read", { type, alias: "it" })}))`,
  );
  const byTask = sql<boolean>`EXISTS (
    SELECT FROM task WHERE task.case_id = "case".id AND (task.assignee_id = ${personId} OR ${personId}::uuid = ANY (task.people)
      OR EXISTS (SELECT FROM task_candidate WHERE task_candidate.task_id = task.id AND task_candidate.person_id = ${personId})))`;
  return sql<boolean>`(${sql.join([sql<boolean>`"case".initiator_id = ${personId}`, byTask, ...byRecord], sql` OR `)})`;
};
