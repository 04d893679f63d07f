import { caseFilter, caseFilterThen, knownCasesTest, type Reads } from "@sluice/records";
import { sql } from "kysely";
import { namesOf } from "../people/namesOf.ts";
import type { Reader } from "../reader.ts";
import { recordTitles } from "../records/recordTitles.ts";
import type { WaitingCase, WaitingInput } from "./processShapes.ts";

interface Row {
  readonly id: string;
  readonly version: number;
  readonly record_type: string;
  readonly record_id: string;
  readonly initiator_id: string | null;
  readonly since: string;
  readonly late: boolean;
}

const recordsThen = (key: string, node: string, at: string) => sql`
  select distinct of_case.record_id from stay join "case" as of_case on of_case.id = stay.case_id
  where stay.process_key = ${key} and stay.node = ${node} and stay.entered_at <= ${at} and (stay.left_at is null or stay.left_at > ${at})`;

/**
 * The cases that stand at a step or rest in a stage, now or at an instant, the oldest first, of those the reader may know of; over all versions
 * of the process, as the counts are.
 */
export const waitingCases = async (
  reads: Reads,
  { key, node, at, filter, limit }: WaitingInput,
  reader: Reader,
): Promise<WaitingCase[]> => {
  const { db, types } = reads;
  const fits =
    at === undefined
      ? await caseFilter(reads, { key, alias: "case" }, filter)
      : await caseFilterThen(reads, { key, alias: "case", at, records: recordsThen(key, node, at) }, filter);
  const { rows } = await sql<Row>`
    select "case".id, "case".version, "case".record_type, "case".record_id, "case".initiator_id, waits.since,
      ${at === undefined ? sql`coalesce("case".status = 'running' and (waits.due_at <= now() or waits.late_at is not null), false)` : sql`coalesce(waits.due_at <= ${at} or waits.late_at <= ${at}, false)`} as late
    from (${
      at === undefined
        ? sql`
      select case_id, min(entered_at) as since, min(due_at) as due_at, min(late_at) as late_at
      from stay where process_key = ${key} and node = ${node} and left_at is null group by case_id
      union
      select id, last_event_at, null, null from "case" as resting
      where process_key = ${key} and state ->> 'stage' = ${node} and status <> 'ended'
        and not exists (select from stay where case_id = resting.id and node = ${node} and left_at is null)`
        : sql`
      select case_id, min(entered_at) as since, min(due_at) as due_at, min(late_at) as late_at
      from stay where process_key = ${key} and node = ${node} and entered_at <= ${at} and (left_at is null or left_at > ${at})
      group by case_id`
    }
    ) as waits join "case" on "case".id = waits.case_id
    where ${at === undefined ? sql`"case".status <> 'ended'` : sql`true`} and ${fits} and ${await knownCasesTest(reads, reader.personId)}
    order by waits.since, "case".id limit ${limit}`.execute(db);
  const [titleOf, nameOf] = await Promise.all([
    recordTitles(
      db,
      types,
      rows.map((row) => ({ type: row.record_type, id: row.record_id })),
    ),
    namesOf(
      db,
      rows.map((row) => row.initiator_id),
    ),
  ]);
  return rows.map((row) => ({
    caseId: row.id,
    version: row.version,
    record: titleOf({ type: row.record_type, id: row.record_id }),
    initiator: nameOf(row.initiator_id)?.name ?? null,
    since: row.since,
    late: row.late,
  }));
};
