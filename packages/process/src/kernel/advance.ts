import { problem, type Problem } from "@sluice/problems";
import { actOnTask } from "../nodes/task/actOnTask.ts";
import type { KernelAnswer } from "./answer.ts";
import { attempt } from "./attempt.ts";
import { begin } from "./begin.ts";
import { byteLength } from "./byteLength.ts";
import { keepDeadlines } from "./deadlines.ts";
import type { CaseEvent } from "./event.ts";
import type { Facts } from "./fact.ts";
import { onFirstStep, takeFirstStep } from "./firstStep.ts";
import { intervene } from "./intervene.ts";
import { onForbidden } from "./onForbidden.ts";
import { onAlarm, onChildEnded, onEffect, onFactsChanged, onMessage } from "./onMachine.ts";
import { keepPicks } from "./people.ts";
import type { Plan } from "./plan.ts";
import { raiseTooLarge } from "./raiseTooLarge.ts";
import { settle } from "./settle.ts";
import type { Sightings } from "./sightings.ts";
import { MissingFacts, Refused, Superseded } from "./signals.ts";
import { STATE_LIMIT_BYTES, type CaseState } from "./state.ts";
import { Step } from "./step.ts";
import { takeMove } from "./takeMove.ts";
import { alarmOf, watchesOf } from "./watches.ts";

const isPersons = (event: CaseEvent): boolean => event.actor.kind === "person";

/** What forbids any event of this kind now, before it is looked at. A case is started once, and first. */
const problemsOfStatus = (state: CaseState, event: CaseEvent): readonly Problem[] => {
  const isFirst = event.type === "start" || (event.type === "forbidden" && event.happening.type === "start");
  if (isFirst !== (state.seq === 0)) return [problem("EVENT_NOT_APPLICABLE", { event: event.type })];
  if (state.status === "ended") return [problem("CASE_ENDED", { outcome: state.outcome })];
  if (state.status === "suspended" && event.type !== "intervene") return [problem("CASE_SUSPENDED")];
  return [];
};

const SETTLES_INCIDENTS: ReadonlySet<string> = new Set(["skip", "retry"]);

/** What a case still takes when it is suspended or has ended: what comes of effects, messages, children; and that an incident is settled. */
const isHeardAnyway = (state: CaseState, event: CaseEvent): boolean =>
  ((event.type === "effectFailed" || event.type === "effectDone") && state.seq > 0) ||
  (event.type === "intervene" && SETTLES_INCIDENTS.has(event.act.do) && state.status === "ended") ||
  (state.status === "suspended" && ["forbidden", "message", "childEnded", "firstStep"].includes(event.type));

const apply = (step: Step, event: CaseEvent): void => {
  keepPicks(step);
  switch (event.type) {
    case "start":
      if (step.event.actor.kind === "person") return begin(step, event);
      return attempt(step, null, event, () => begin(step, event));
    case "firstStep":
      return onFirstStep(step, event);
    case "move":
      takeFirstStep(step);
      return takeMove(step, event, event.actor);
    case "task":
      return actOnTask(step, event, event.actor);
    case "alarmRang":
      return onAlarm(step, event);
    case "effectDone":
    case "effectFailed":
      return onEffect(step, event);
    case "message":
      return onMessage(step, event);
    case "childEnded":
      return onChildEnded(step, event);
    case "factsChanged":
      return onFactsChanged(step, event);
    case "forbidden":
      return onForbidden(step, event);
    case "intervene":
      return intervene(step, event);
    case "migrate":
      return step.stop("EVENT_NOT_APPLICABLE", { event: event.type }); // it takes both versions: see `migrateState`
  }
};

const advancedTo = (step: Step): KernelAnswer => ({
  answer: "advanced",
  state: step.state,
  writes: step.writes,
  wanted: step.wanted,
  unwanted: step.unwanted,
  alarmAt: alarmOf(step),
  watches: watchesOf(step),
  used: step.used(),
});

/** A machine's event that would make the state too large is an incident on the state as it was; a message is refused to its sender. */
const tooLarge = (plan: Plan, state: CaseState, event: CaseEvent, facts: Facts): KernelAnswer => {
  const refused: KernelAnswer = { answer: "refused", problems: [problem("STATE_TOO_LARGE")] };
  if (isPersons(event) || event.type === "message") return refused;
  const step = new Step(plan, state, event, facts);
  raiseTooLarge(step, event);
  return isTooLarge(step.state) ? refused : advancedTo(step);
};

/** What one character of a text takes at most: so most states need not be counted. */
const MOST_BYTES = 3;

/** Whether a state is more than a case may hold. */
const isTooLarge = (state: CaseState): boolean => {
  const text = JSON.stringify(state);
  return text.length * MOST_BYTES > STATE_LIMIT_BYTES && byteLength(text) > STATE_LIMIT_BYTES;
};

/** Takes a step and runs the case to rest, whole or not at all; null when the case would hold too much then. */
export const taken = (step: Step, act: () => void): KernelAnswer | null => {
  try {
    act();
    if (step.state.status !== "ended") settle(step);
    return isTooLarge(step.state) ? null : advancedTo(step);
  } catch (signal) {
    if (signal instanceof MissingFacts) return { answer: "needs", needs: [...new Set(signal.keys)] };
    if (signal instanceof Refused) return { answer: "refused", problems: signal.problems };
    if (signal instanceof Superseded) return { answer: "superseded" };
    throw signal;
  }
};

/**
 * Decides what happens next in a case. Pure and total: the same plan, state, event and facts give the same answer, to the byte.
 *
 * - `needs`: facts that are not known yet; load them and call again with the same state and event
 * - `refused`: nothing may change; all reasons at once
 * - `superseded`: the event came too late and asks nothing of anybody
 * - `advanced`: the next state at rest, and what the door writes with it
 *
 * A person's command is taken whole or refused. What a machine's event cannot do is an incident, never a refusal; only a
 * message past the limit of kept ones is refused to its sender. `sightings` are filled in for whoever plays a case.
 */
export const advance = (
  plan: Plan,
  state: CaseState,
  event: CaseEvent,
  facts: Facts,
  sightings: Sightings | null = null,
): KernelAnswer => {
  const status = problemsOfStatus(state, event);
  if (status.length > 0 && !isHeardAnyway(state, event))
    return isPersons(event) ? { answer: "refused", problems: status } : { answer: "superseded" };
  const step = new Step(plan, state, event, facts, sightings);
  const act = (): void => {
    apply(step, event);
    if (step.state.status !== "ended") settle(step);
    keepDeadlines(step, state);
  };
  return taken(step, act) ?? tooLarge(plan, state, event, facts);
};
