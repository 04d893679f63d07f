import { problem, Refusal } from "@sluice/problems";
import {
  advance,
  controlPointsIn,
  type Advanced,
  type CaseEvent,
  type Facts,
  type Happening,
  type KernelAnswer,
  type Plan,
} from "@sluice/process";
import { planOf } from "../process/planOf.ts";
import type { Authorship } from "../record/authorship.ts";
import type { DoorTransaction } from "../transaction/doorTransaction.ts";
import { applyWrites } from "./applyWrites.ts";
import { brokenControls } from "./brokenControls.ts";
import type { CaseInHand } from "./caseInHand.ts";
import { controlHistory, keepSeen } from "./controlHistory.ts";
import { checkControlPoints, ControlPointRefusal } from "./controlPoints.ts";
import type { FactSource } from "./facts/factSource.ts";
import { loadFacts } from "./facts/loadFacts.ts";
import { noteStep } from "./noteStep.ts";
import { syncAwaits } from "./syncAwaits.ts";
import { syncWatches } from "./syncWatches.ts";

/** Facts may turn up new questions this often; then they are taken for unstable. */
const MOST_ROUNDS = 8;

/** Asks the kernel until it needs no more facts. */
export const decide = async (
  plan: Plan,
  source: FactSource,
  { state, event }: { readonly state: CaseInHand["state"]; readonly event: CaseEvent },
): Promise<Exclude<KernelAnswer, { answer: "needs" }>> => {
  let facts: Facts = {};
  for (let round = 0; round <= MOST_ROUNDS; round += 1) {
    const answer = advance(plan, state, event, facts);
    if (answer.answer !== "needs") return answer;
    facts = { ...facts, ...(await loadFacts(answer.needs, source)) };
  }
  throw new Refusal([problem("FACTS_UNSTABLE")]);
};

/** The door's stamp: the clock read after the lock, never before what the case has already been through. */
export const stampFor = async (tx: DoorTransaction, it: CaseInHand): Promise<string> => {
  const now = await tx.house.clock.now(tx.db);
  return now < it.lastEventAt ? it.lastEventAt : now;
};

const sourceFor = (tx: DoorTransaction, it: CaseInHand, at: string): FactSource => ({
  house: tx.house,
  db: tx.db,
  records: tx.records,
  record: { type: it.recordType, id: it.recordId },
  initiatorId: it.initiatorId,
  at,
  isCommand: true,
  readFrom: new Map(),
});

/** Tells whether an event would be taken by the case as it stands, or come too late. Writes nothing. */
export const wouldTake = async (tx: DoorTransaction, it: CaseInHand, event: CaseEvent): Promise<boolean> => {
  const plan = planOf(tx.house, { processKey: it.processKey, version: it.version, hash: it.planHash });
  const answer = await decide(plan, sourceFor(tx, it, event.at), { state: it.state, event });
  return answer.answer !== "superseded";
};

interface StepToTake {
  readonly happening: Happening;
  readonly by: Omit<Authorship, "step">;
}

const WRITES_RECORDS: ReadonlySet<string> = new Set(["setField", "setOwner", "createRecord", "enterStage"]);

/** Whether a condition that this step left for true may have become false by the step's own writes. */
const mayBelieMoves = ({ state, writes }: Advanced): boolean =>
  state.status === "running" &&
  state.waits.some((wait) => wait.kind === "condition" && wait.held) &&
  writes.some((it) => WRITES_RECORDS.has(it.write));

/** What a step's own writes made of the conditions that it left for true: noted under the same locks, so no change back is missed. */
const noteOwnWrites = async (tx: DoorTransaction, it: CaseInHand, by: Omit<Authorship, "step">): Promise<void> => {
  const itself = { actor: { kind: "system", name: "inbox" }, via: "process", at: by.at, commandId: null } as const;
  await takeOneStep(tx, it, { happening: { type: "factsChanged", byItself: true }, by: itself });
};

/**
 * Takes a step of a case that this transaction holds: decides, writes all that the decision asks for, and keeps the event.
 *
 * Answers null when the event came too late and nothing was written. What forbids the step is thrown as a Refusal, so the
 * whole transaction is undone. A condition that the step's own writes made false is noted as such by a second event. The case's own row is stored by `saveCase`, once for all its steps.
 *
 * @problem FACTS_UNSTABLE - the kernel kept asking for more
 */
export const takeStep = async (tx: DoorTransaction, it: CaseInHand, what: StepToTake): Promise<Advanced | null> => {
  const answer = await takeOneStep(tx, it, what);
  if (answer !== null && mayBelieMoves(answer)) await noteOwnWrites(tx, it, what.by);
  return answer;
};

const takeOneStep = async (tx: DoorTransaction, it: CaseInHand, what: StepToTake): Promise<Advanced | null> => {
  const { happening, by } = what;
  const plan = planOf(tx.house, { processKey: it.processKey, version: it.version, hash: it.planHash });
  const event: CaseEvent = { ...happening, at: by.at, actor: by.actor };
  const record = { type: it.recordType, id: it.recordId };
  if (it.kind === "lifeCycle") await tx.records.find(record, "write");
  const source = sourceFor(tx, it, by.at);
  const answer = await decide(plan, source, { state: it.state, event });
  if (answer.answer === "refused") throw new Refusal(answer.problems);
  if (answer.answer === "superseded") return null;
  const before = it.state;
  const now = controlPointsIn(plan, before, answer, happening);
  const history = now.length === 0 ? [] : await controlHistory(tx.db, it);
  it.state = answer.state;
  it.lastEventAt = by.at;
  it.alarmAt = answer.state.status === "ended" ? null : answer.alarmAt;
  const authorship: Authorship = { ...by, step: { caseId: it.id, seq: answer.state.seq, chain: it.chain } };
  const milestones = await applyWrites(tx, it, { answer, plan, by: authorship, from: before.stage });
  await checkControlPoints(tx, record, { milestones, at: by.at });
  const broken = await brokenControls(it, { plan, history, now, source: sourceFor(tx, it, by.at) });
  if (broken.length > 0) throw new ControlPointRefusal(broken);
  await keepSeen(tx, it, { now, by: authorship });
  await noteStep(tx, it, { answer, event, by: authorship });
  await syncWatches(tx, it, { answer, source });
  await syncAwaits(tx, it, before);
  return answer;
};
