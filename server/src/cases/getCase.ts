import { knownField } from "@sluice/domain";
import { type LocalText, problem, reasonIn, Refusal } from "@sluice/problems";
import { type ProcessDefinition, storedDefinition, takenBackAt, upgradeState } from "@sluice/process";
import type { DB, Door, RecordTypes } from "@sluice/records";
import type { Kysely } from "kysely";
import { namesOf } from "../people/namesOf.ts";
import type { Reader } from "../reader.ts";
import type { FieldRight } from "../records/recordShapes.ts";
import { recordTitles } from "../records/recordTitles.ts";
import type { RecordWorld } from "../records/recordWorld.ts";
import { fieldMask } from "../refusals/fieldMask.ts";
import { showProblems } from "../refusals/showProblems.ts";
import { textIn } from "../shape/textIn.ts";
import { workOf } from "../tasks/workOf.ts";
import { casesWithNames, shownCase } from "./caseRows.ts";
import type { CaseView } from "./caseShapes.ts";
import { childEndings } from "./childEndings.ts";
import { decisionsOf } from "./decisionsOf.ts";
import { mayReadEvidence } from "./evidence.ts";
import { knownCases, type VisibleRecords } from "./mayKnowCase.ts";
import { seenRecords } from "./seenRecord.ts";
import { personIn, shownEvents } from "./shownEvents.ts";
import { shownIncidents } from "./shownIncidents.ts";
import { shownMoves } from "./shownMoves.ts";
import { shownStageStay } from "./shownStageStay.ts";
import { shownWaits } from "./shownWaits.ts";
import { stageNames } from "./stageNames.ts";
import { namedByActs, whyAsked } from "./whyAsked.ts";

export interface CaseParts {
  readonly db: Kysely<DB>;
  readonly types: RecordTypes;
  readonly world: RecordWorld;
  readonly door: Pick<Door, "openMoves" | "openInterventions">;
  readonly visible: VisibleRecords;
  readonly fieldRights: (
    type: string,
    id: string,
    reader: Reader,
  ) => Promise<Readonly<Record<string, FieldRight>> | null>;
}

/** The newest events are what a page shows; a longer history is cut at its beginning. */
const MOST_EVENTS = 500;

const labelOfField =
  (world: RecordWorld, recordType: string, reader: Reader) =>
  (path: string): string => {
    const [first = "", ...rest] = path.split(".");
    const field = knownField(world.types.find(recordType)?.schema, first);
    if (field === null) return path;
    const label = textIn(field.label, reader.language, first);
    return rest.length > 0 && field.refersTo !== undefined
      ? `${label} · ${labelOfField(world, field.refersTo, reader)(rest.join("."))}`
      : label;
  };

const rowsOf = async (db: Kysely<DB>, id: string) => {
  const [events, tasks, effects, incidents, stays] = await Promise.all([
    db
      .selectFrom("case_event")
      .select(["seq", "at", "actor", "event", "used"])
      .where("case_id", "=", id)
      .orderBy("seq", "desc")
      .limit(MOST_EVENTS)
      .execute(),
    db.selectFrom("task").selectAll().where("case_id", "=", id).orderBy("opened_at").limit(500).execute(),
    db.selectFrom("effect").selectAll().where("case_id", "=", id).orderBy("wanted_at").limit(500).execute(),
    db.selectFrom("incident").selectAll().where("case_id", "=", id).orderBy("raised_at").limit(200).execute(),
    db
      .selectFrom("stay")
      .select(["node", "entered_at", "due_at", "left_at", "is_stage", "owners", "late_at"])
      .where("case_id", "=", id)
      .orderBy("entered_at")
      .limit(2_000)
      .execute(),
  ]);
  return { events: events.toReversed(), tasks, effects, incidents, stays };
};

const nameIn = (definition: ProcessDefinition, id: string): LocalText | undefined =>
  definition.nodes.find((node) => node.id === id && "name" in node)?.name;

/**
 * Answers one case whole: where it stands, the moves of its stage with what closes them, the way it came, what it waits for,
 * and its evidence; names in the reader's language, values as far as the reader may see them.
 *
 * @problem NOT_FOUND - there is none, or the reader may not know of it
 */
export const getCase = async (
  { db, types, world, door, visible, fieldRights }: CaseParts,
  id: string,
  reader: Reader,
): Promise<CaseView> => {
  const known = await knownCases(db, visible, [id], reader);
  const row = await casesWithNames(db)
    .select(["case.state", "process_version.definition"])
    .where("case.id", "=", id)
    .executeTakeFirst();
  if (row === undefined || !known.has(id)) throw new Refusal([problem("NOT_FOUND", { recordType: "case" })]);
  const definition = storedDefinition(row.definition);
  const state = upgradeState(row.state);
  const nowMs = Date.now();

  const noMoves: Awaited<ReturnType<Door["openMoves"]>> = {};
  const [{ events, tasks, effects, incidents, stays }, open, titleOf, decisions, rights, may] = await Promise.all([
    rowsOf(db, id),
    row.status === "running" ? door.openMoves([id], { personId: reader.personId, via: "session" }) : noMoves,
    recordTitles(db, types, [{ type: row.record_type, id: row.record_id }]),
    decisionsOf(db, id, reader),
    fieldRights(row.record_type, row.record_id, reader),
    door.openInterventions(id, { personId: reader.personId, via: "session" }),
  ]);
  const nameOf = await namesOf(db, [
    row.initiator_id,
    ...events.map(personIn),
    ...tasks.flatMap((task) => [task.assignee_id, ...task.people]),
    ...stays.flatMap((stay) => stay.owners),
    ...namedByActs(tasks, events),
  ]);
  const childEnding = await childEndings(db, { caseId: id, events }, reader.language);
  const mask = fieldMask(world, { reader, recordType: row.record_type, rights: rights ?? {} });
  const moves = await shownMoves(
    { definition, stage: state.stage, openMoves: open[id] ?? [] },
    reader.language,
    (problems) =>
      showProblems({ db, world, fieldRights }, problems, {
        reader,
        language: reader.language,
        about: { type: row.record_type, id: row.record_id },
      }),
  );

  const { schema } = types.get(row.record_type);
  const about = { definition, record: { type: row.record_type, id: row.record_id } };
  const stageName = decisions.length === 0 ? () => null : await stageNames(db, about);
  const seen = await seenRecords(
    { db, types, language: reader.language },
    { schema, mask, stageName },
    decisions.map(({ record }) => record),
  );

  return {
    case: shownCase(row, { language: reader.language, titleOf, nameOf }),
    definition,
    openTokens: stays
      .filter((stay) => stay.left_at === null && !stay.is_stage)
      .map((stay) => ({ node: stay.node, since: stay.entered_at, dueAt: stay.due_at })),
    stageStay: shownStageStay(stays, { state, nameOf }),
    visited: [...new Set(stays.map((stay) => stay.node))],
    moves,
    events: shownEvents(events, {
      definition,
      language: reader.language,
      nameOf,
      nodeOfTask: new Map(tasks.map((task) => [task.key, task.node])),
      nodeOfEffect: new Map(effects.map((effect) => [effect.key, effect.node])),
      mayReadWords: (node, author) =>
        mayReadEvidence(definition.nodes.find((it) => it.id === node)?.permissions?.evidence, [author], reader),
      childEnding,
      labelOfField: labelOfField(world, row.record_type, reader),
      shownField: (path, value) => ({ value: mask(path, value) }),
    }),
    tasks: tasks.map((task) => ({
      id: task.id,
      node: task.node,
      kind: task.kind,
      name: textIn(task.name, reader.language),
      status: task.status as "open" | "done" | "closed",
      people: task.people.flatMap((personId) => nameOf(personId) ?? []),
      assignee: nameOf(task.assignee_id),
      openedAt: task.opened_at,
      closedAt: task.closed_at,
      dueAt: task.due_at,
      late: task.status === "open" && task.due_at !== null && Date.parse(task.due_at) <= nowMs,
      outcome: task.outcome,
      round: task.round,
      takeBack: [...takenBackAt({ definition, state }, workOf(task), reader.personId)],
      canReassign: task.status === "open" && may.tasks.includes(task.key),
      why: task.status === "open" ? whyAsked(task, { tasks, events, nameOf }) : null,
    })),
    decisions: decisions.map(({ shown, task: key, version, recordVersion }, index) => {
      const task = tasks.find((it) => it.key === key);
      return {
        ...shown,
        version,
        seen: recordVersion === null ? null : { version: recordVersion, fields: seen[index] ?? [] },
        why: task === undefined ? null : whyAsked(task, { tasks, events, nameOf }),
      };
    }),
    incidents: shownIncidents(incidents, {
      maySettle: may.incidents,
      language: reader.language,
      nameOf: (node) => nameIn(definition, node),
      canCompensate: row.status !== "ended" && state.compensable.length > 0,
    }),
    waits: shownWaits(state, {
      definition,
      language: reader.language,
      nameOf,
      dueOf: (node) => stays.findLast((stay) => stay.node === node && stay.left_at === null)?.due_at ?? null,
    }),
    effects: effects.map((effect) => ({
      key: effect.key,
      node: effect.node,
      nodeName: textIn(nameIn(definition, effect.node), reader.language, effect.node),
      block: effect.block,
      isUndoing: effect.undoes !== null,
      status: effect.status,
      attempts: effect.attempts,
      beganAt: effect.begun_at,
      endedAt: effect.ended_at,
      error: effect.error === null ? null : reasonIn(effect.error, reader.language),
    })),
    canIntervene: reader.roles.includes("admin"),
  };
};
