import { problem, Refusal, type Problem } from "@sluice/problems";
import { type CaseEvent, type Plan, rightsNeeded } from "@sluice/process";
import type { CaseInHand } from "../case/caseInHand.ts";
import type { FactSource } from "../case/facts/factSource.ts";
import { unlockedSource } from "../case/facts/unlockedSource.ts";
import { readCases } from "../case/lockCase.ts";
import { standsAgainst } from "../case/standsAgainst.ts";
import { decide } from "../case/takeStep.ts";
import { nameClearers } from "../command/withNames.ts";
import type { Caller, OpenMove } from "../door.ts";
import type { House } from "../house.ts";
import { readAsker, type Asker } from "../person/asker.ts";
import { preparePlan } from "../process/planOf.ts";
import { isAuthorised } from "../rights/authorise.ts";
import { connect } from "../transaction/connect.ts";
import { kyselyOn } from "../transaction/kyselyOn.ts";

const MOST_CASES = 50;

/** What a person is still to be asked for is nothing that stands against a move. */
const ASKED_FOR = new Set(["REASON_REQUIRED", "REQUIRED_FIELD"]);

type Move = NonNullable<ReturnType<Plan["moves"]["get"]>>;

const isAskedFor = (it: Problem, { move }: Move): boolean =>
  ASKED_FOR.has(it.code) &&
  (it.code === "REASON_REQUIRED" || (move.form ?? []).some((field) => field.path === it.values["field"]));

const problemsOf = async (
  it: CaseInHand,
  move: Move,
  { plan, source, asker }: { readonly plan: Plan; readonly source: FactSource; readonly asker: Asker },
): Promise<readonly Problem[]> => {
  const event: CaseEvent = {
    type: "move",
    move: move.move.id,
    reason: "…",
    form: {},
    at: source.at,
    actor: { kind: "person", personId: asker.id },
  };
  const answer = await decide(plan, source, { state: it.state, event });
  if (answer.answer === "superseded") return [problem("EVENT_NOT_APPLICABLE")];
  if (answer.answer === "refused") return answer.problems.filter((one) => !isAskedFor(one, move));
  return standsAgainst(it, { plan, answer, event, source });
};

const look = async (
  house: House,
  caseIds: readonly string[],
  caller: Caller,
): Promise<Readonly<Record<string, readonly OpenMove[]>>> => {
  const client = await connect(house.pool);
  try {
    const db = kyselyOn(client);
    const asker = await readAsker(db, caller.personId);
    await house.registry.reach(asker.fieldsRevision, db);
    const at = await house.clock.now(db);
    const open: Record<string, readonly OpenMove[]> = {};
    for (const it of await readCases({ db }, caseIds)) {
      const plan = await preparePlan(house, db, { processKey: it.processKey, version: it.version, hash: it.planHash });
      const source = unlockedSource(house, db, it, at);
      const record = await source.records.find(source.record, "share");
      if (record === null || !isAuthorised(house.rights, asker, { action: "read", record })) continue;
      const needed = rightsNeeded(it.kind, "move");
      const mayMove = needed.some((action) => isAuthorised(house.rights, asker, { action, record }));
      const moves = [...plan.moves.values()].filter(
        ({ stage, move }) => stage.id === it.state.stage && move.trigger.by === "person",
      );
      const answers: OpenMove[] = [];
      for (const move of moves) {
        const problems = mayMove
          ? await problemsOf(it, move, { plan, source, asker })
          : [problem("NOT_ALLOWED", { action: "move", recordType: it.recordType })];
        answers.push({ move: move.move.id, problems });
      }
      open[it.id] = answers;
    }
    return open;
  } finally {
    client.release();
  }
};

/**
 * Answers, for each case that a person may read, the moves they could press now and what stands against each.
 *
 * Unlocked and without consequences: the same kernel on a snapshot, so the answer may be outdated by the time it is read.
 *
 * @problem LIST_TOO_LONG - more than 50 cases
 */
export const openMoves = async (
  house: House,
  caseIds: readonly string[],
  caller: Caller,
): Promise<Readonly<Record<string, readonly OpenMove[]>>> => {
  if (caseIds.length > MOST_CASES) throw new Refusal([problem("LIST_TOO_LONG", { limit: MOST_CASES })]);
  const found = await look(house, caseIds, caller);
  const named: Record<string, readonly OpenMove[]> = {};
  for (const [caseId, moves] of Object.entries(found)) {
    const problems = await Promise.all(
      moves.map(async (it) => ({ move: it.move, problems: await nameClearers(house, it.problems) })),
    );
    named[caseId] = problems;
  }
  return named;
};
