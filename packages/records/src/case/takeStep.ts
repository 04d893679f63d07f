import { problem, Refusal } from "@sluice/problems";
import {
  advance,
  MOST_ROUNDS,
  roundsWith,
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
import type { CaseInHand } from "./caseInHand.ts";
import type { FactSource } from "./facts/factSource.ts";
import { loadFacts } from "./facts/loadFacts.ts";
import { keepStep } from "./keepStep.ts";

/** An answer of the kernel for which it needs no more facts. */
export type Decided = Exclude<KernelAnswer, { answer: "needs" }>;

/** Asks the kernel until it needs no more facts. */
export const decide = (
  plan: Plan,
  source: FactSource,
  { state, event }: { readonly state: CaseInHand["state"]; readonly event: CaseEvent },
): Promise<Decided> => askUntilDecided(source, (facts) => advance(plan, state, event, facts));

/** Asks with ever more facts until there is an answer. */
export const askUntilDecided = async (source: FactSource, ask: (facts: Facts) => KernelAnswer): Promise<Decided> => {
  let facts: Facts = {};
  for (let rounds = 0; rounds <= MOST_ROUNDS;) {
    const answer = ask(facts);
    if (answer.answer !== "needs") return answer;
    rounds = roundsWith(rounds, answer.needs);
    facts = { ...facts, ...(await loadFacts(answer.needs, source)) };
  }
  throw new Refusal([problem("STEP_TOO_LONG", { limit: MOST_ROUNDS })]);
};

/** The door's stamp: the clock read after the lock, never before what the case has already been through. */
export const stampFor = async (tx: DoorTransaction, it: CaseInHand): Promise<string> => {
  const now = await tx.house.clock.now(tx.db);
  return now < it.lastEventAt ? it.lastEventAt : now;
};

/** What the facts of a step are loaded from, under this transaction's locks. */
export const sourceFor = (tx: DoorTransaction, it: CaseInHand, at: string): FactSource => ({
  house: tx.house,
  db: tx.db,
  records: tx.records,
  record: { type: it.recordType, id: it.recordId },
  caseId: it.id,
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
export const noteOwnWrites = async (
  tx: DoorTransaction,
  it: CaseInHand,
  { answer, by }: { readonly answer: Advanced; readonly by: Omit<Authorship, "step"> },
): Promise<void> => {
  if (!mayBelieMoves(answer)) return;
  const itself = { actor: { kind: "system", name: "inbox" }, via: "process", at: by.at, commandId: null } as const;
  await takeOneStep(tx, it, { happening: { type: "factsChanged", byItself: true }, by: itself });
};

/**
 * Takes a step of a case that this transaction holds: decides, writes all that the decision asks for, and keeps the event.
 *
 * Answers null when the event came too late and nothing was written. What forbids the step is thrown as a Refusal, so the
 * whole transaction is undone. A condition that the step's own writes made false is noted as such by a second event. The case's own row is stored by `saveCase`, once for all its steps.
 *
 * @problem STEP_TOO_LONG - the kernel kept asking for more
 */
export const takeStep = async (tx: DoorTransaction, it: CaseInHand, what: StepToTake): Promise<Advanced | null> => {
  const answer = await takeOneStep(tx, it, what);
  if (answer !== null) await noteOwnWrites(tx, it, { answer, by: what.by });
  return answer;
};

const takeOneStep = async (tx: DoorTransaction, it: CaseInHand, what: StepToTake): Promise<Advanced | null> => {
  const { happening, by } = what;
  const plan = planOf(tx.house, { processKey: it.processKey, version: it.version, hash: it.planHash });
  const event: CaseEvent = { ...happening, at: by.at, actor: by.actor };
  if (it.kind === "lifeCycle") await tx.records.find({ type: it.recordType, id: it.recordId }, "write");
  const source = sourceFor(tx, it, by.at);
  const answer = await decide(plan, source, { state: it.state, event });
  if (answer.answer === "refused") throw new Refusal(answer.problems);
  if (answer.answer === "superseded") return null;
  await keepStep(tx, it, { answer, event, plan, source, by, before: it.state });
  return answer;
};
