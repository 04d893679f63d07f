import { problem, Refusal } from "@sluice/problems";
import { actsOf, type Json, removableFrom, storedDefinition, upgradeState } from "@sluice/process";
import type { DB, RecordTypes } from "@sluice/records";
import type { Kysely } from "kysely";
import { z } from "zod";
import { decisionsOf } from "../cases/decisionsOf.ts";
import { knownCases, type VisibleRecords } from "../cases/mayKnowCase.ts";
import { namesOf } from "../people/namesOf.ts";
import type { Reader } from "../reader.ts";
import type { RecordView } from "../records/recordShapes.ts";
import { recordTitles } from "../records/recordTitles.ts";
import type { RecordWorld } from "../records/recordWorld.ts";
import { fieldMask, HIDDEN } from "../refusals/fieldMask.ts";
import { json } from "../shape/json.ts";
import { localText } from "../shape/localText.ts";
import { textIn } from "../shape/textIn.ts";
import { shownTask, tasksWithCases } from "./taskRows.ts";
import type { TaskView } from "./taskShapes.ts";
import { workOf } from "./workOf.ts";

interface Parts {
  readonly db: Kysely<DB>;
  readonly types: RecordTypes;
  readonly world: RecordWorld;
  readonly visible: VisibleRecords;
  readonly findRecord: (type: string, id: string, reader: Reader) => Promise<RecordView | null>;
}

const form = z.array(z.object({ path: z.string(), access: z.enum(["hidden", "read", "edit", "required"]) })).catch([]);
const outcomes = z.array(z.object({ key: z.string(), name: localText })).catch([]);
const submitted = z.object({ form: z.record(z.string(), json) });

/** What a person handed in with the act that closed a task. */
const submittedWith = async (db: Kysely<DB>, caseId: string, taskKey: string) => {
  const rows = await db
    .selectFrom("case_event")
    .select("event")
    .where("case_id", "=", caseId)
    .orderBy("seq", "desc")
    .limit(500)
    .execute();
  const last = rows.find(
    ({ event }) =>
      typeof event === "object" && event !== null && "task" in event && event.task === taskKey && "form" in event,
  );
  const parsed = submitted.safeParse(last?.event);
  return parsed.success ? parsed.data.form : null;
};

/** What of a handed-in form its reader may see: all of their own, else what their rights on the record open. */
const seenBy = (
  { world, reader }: { readonly world: RecordWorld; readonly reader: Reader },
  task: { readonly record_type: string; readonly people: readonly string[] },
  form: Readonly<Record<string, Json>>,
  record: RecordView | null,
): Record<string, Json> => {
  if (record === null) return task.people.includes(reader.personId) ? { ...form } : {};
  const mask = fieldMask(world, { reader, recordType: task.record_type, rights: record.fieldRights });
  return Object.fromEntries(
    Object.entries(form).flatMap(([path, value]) => (mask(path, value) === HIDDEN ? [] : [[path, mask(path, value)]])),
  );
};

/**
 * Answers one task with its form, its record as far as the reader may read it, and what was said before.
 *
 * @problem NOT_FOUND - there is none, or its case is not the reader's to know of
 */
export const getTask = async (
  { db, types, world, visible, findRecord }: Parts,
  id: string,
  reader: Reader,
): Promise<TaskView> => {
  const row = await tasksWithCases(db)
    .select([
      "task.key",
      "task.node",
      "task.form",
      "task.outcomes",
      "task.closed_at",
      "task.outcome",
      "case.state",
      "process_version.definition",
    ])
    .where("task.id", "=", id)
    .executeTakeFirst();
  const known = row === undefined ? new Set<string>() : await knownCases(db, visible, [row.case_id], reader);
  if (row === undefined || !known.has(row.case_id)) throw new Refusal([problem("NOT_FOUND", { recordType: "task" })]);
  const place = { definition: storedDefinition(row.definition), state: upgradeState(row.state) };
  const work = workOf(row);
  const removable = removableFrom(place, work, reader.personId);
  const [titleOf, nameOf, record, history, handedIn] = await Promise.all([
    recordTitles(db, types, [{ type: row.record_type, id: row.record_id }]),
    namesOf(db, [row.assignee_id, ...row.people, ...removable]),
    findRecord(row.record_type, row.record_id, reader),
    decisionsOf(db, row.case_id, reader),
    row.status === "open" ? null : submittedWith(db, row.case_id, row.key),
  ]);
  const readOutcomes = outcomes.parse(row.outcomes);
  return {
    task: {
      ...shownTask(row, { language: reader.language, nowMs: Date.now(), titleOf, nameOf }),
      node: row.node,
      candidates: row.people.flatMap((personId) => nameOf(personId) ?? []),
      outcomes: readOutcomes.map(({ key, name }) => ({ key, name: textIn(name, reader.language, key) })),
      closedAt: row.closed_at,
      outcome: row.outcome,
    },
    form: form.parse(row.form),
    record,
    acts: [...actsOf(place, work, reader.personId)],
    removable: removable.flatMap((personId) => nameOf(personId) ?? []),
    history: history.map(({ shown }) => shown),
    submitted: handedIn === null ? null : seenBy({ world, reader }, row, handedIn, record),
  };
};
