import { problem, Refusal, type Problem } from "@sluice/problems";
import { type Advanced, type Happening, rightsNeeded, type TaskAct, type Write } from "@sluice/process";
import { sql } from "kysely";
import { unlockedSource } from "../case/facts/unlockedSource.ts";
import { readCases } from "../case/lockCase.ts";
import { standsAgainst } from "../case/standsAgainst.ts";
import { decide } from "../case/takeStep.ts";
import { nameClearers } from "../command/withNames.ts";
import type { Caller } from "../door.ts";
import type { House } from "../house.ts";
import { readAsker } from "../person/asker.ts";
import { preparePlan } from "../process/planOf.ts";
import { isAuthorised } from "../rights/authorise.ts";
import { connect } from "../transaction/connect.ts";
import { kyselyOn } from "../transaction/kyselyOn.ts";

/** What somebody thinks of doing: a move of the case, an act on an open task of it, or, as an admin, setting it down elsewhere. */
export type Intended =
  | { readonly move: string }
  | { readonly taskId: string; readonly act: TaskAct }
  | { readonly jump: string };

/** What would come of it, in the order in which it would come; nothing of it is written. */
export interface Foreseen {
  /** What stands against it; then nothing would come of it. */
  readonly problems: readonly Problem[];
  readonly writes: readonly Write[];
  /** The steps whose outer effects would begin, with their blocks. */
  readonly effects: readonly { readonly node: string; readonly block: string }[];
}

/** What stands for words, a file or a signature that are still to come: that they are missing is nothing to be told. */
const TO_COME = "…";

const happeningOf = (intended: Intended, key: string): Happening => {
  if ("move" in intended) return { type: "move", move: intended.move, reason: TO_COME, form: {} };
  if ("jump" in intended) return { type: "intervene", act: { do: "jump", to: intended.jump }, reason: TO_COME };
  return {
    type: "task",
    task: key,
    act: intended.act,
    comment: TO_COME,
    attachments: [TO_COME],
    signature: TO_COME,
    form: {},
  };
};

const of = ({ writes, wanted }: Advanced): Foreseen => ({
  problems: [],
  writes,
  effects: wanted.map(({ node, block }) => ({ node, block })),
});

/**
 * Answers what would come of a move or of an act on a task, before anybody does it: by the same kernel, on a snapshot that nothing
 * is written to, and held to the same rules of the firm and control points of the process. It may be outdated by the time it is read.
 *
 * @problem NOT_FOUND - there is no such case, or its record is not for the caller
 */
export const foresee = async (
  house: House,
  { caseId, intended }: { readonly caseId: string; readonly intended: Intended },
  caller: Caller,
): Promise<Foreseen> => {
  const client = await connect(house.pool);
  try {
    const db = kyselyOn(client);
    await sql`BEGIN ISOLATION LEVEL REPEATABLE READ READ ONLY`.execute(db);
    const asker = await readAsker(db, caller.personId);
    const [it] = await readCases({ db }, [caseId]);
    if (it === undefined) throw new Refusal([problem("NOT_FOUND", { recordType: "case" })]);
    const plan = await preparePlan(house, db, { processKey: it.processKey, version: it.version, hash: it.planHash });
    const source = unlockedSource(house, db, it, await house.clock.now(db));
    const refused = async (problems: readonly Problem[]): Promise<Foreseen> => ({
      problems: await nameClearers(house, problems),
      writes: [],
      effects: [],
    });
    const record = await source.records.find(source.record, "share");
    const needed = rightsNeeded(it.kind, "move");
    const mayMove = record !== null && needed.some((action) => isAuthorised(house.rights, asker, { action, record }));
    if ("move" in intended && !mayMove)
      return await refused([problem("NOT_ALLOWED", { action: "move", recordType: it.recordType })]);
    if ("jump" in intended && !asker.roles.includes("admin"))
      return await refused([problem("NOT_ALLOWED", { action: "jump", recordType: "case" })]);
    const task =
      "taskId" in intended
        ? await db.selectFrom("task").select("key").where("id", "=", intended.taskId).executeTakeFirst()
        : undefined;
    const actor = { kind: "person", personId: asker.id } as const;
    const event = { ...happeningOf(intended, task?.key ?? ""), at: source.at, actor };
    const answer = await decide(plan, source, { state: it.state, event });
    if (answer.answer === "superseded") return await refused([problem("EVENT_NOT_APPLICABLE")]);
    if (answer.answer === "refused") return await refused(answer.problems);
    const against = await standsAgainst(it, { plan, answer, event, source });
    return against.length > 0 ? await refused(against) : of(answer);
  } finally {
    await client.query("ROLLBACK");
    client.release();
  }
};
