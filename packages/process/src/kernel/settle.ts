import { behaviourOf } from "../nodes/behaviours.ts";
import { arrive } from "./arrive.ts";
import { endCaseWhenDone } from "./endCase.ts";
import { afterRelease } from "./hold.ts";
import { isStuck } from "./isStuck.ts";
import { fireJoins } from "./joins.ts";
import { nodeIn } from "./plan.ts";
import { unlessOvercome, within } from "./reaction.ts";
import { closeEmptyScopes } from "./scopes.ts";
import type { Arrival, Step } from "./step.ts";
import { together } from "./together.ts";

/** More entries of one node in one scope than this, in one step, is a loop. */
export const ENTRY_LIMIT = 100;

/** A circle that opens new scopes as it goes never meets itself: it is told by the entries of a node in all of them. */
const ENTRY_LIMIT_IN_ALL = 200;

/** More tokens than these no state can hold. */
const TOKEN_LIMIT = 400;

const countEntry = (step: Step, place: string): number => {
  const entries = (step.entries.get(place) ?? 0) + 1;
  step.entries.set(place, entries);
  return entries;
};

const enter = (step: Step, arrival: Arrival): void => {
  const node = nodeIn(step.plan, arrival.node);
  const inScope = countEntry(step, `${arrival.scope} ${arrival.node}`);
  const inAll = countEntry(step, arrival.node);
  if (inScope > ENTRY_LIMIT || inAll > ENTRY_LIMIT_IN_ALL) step.stop("PROCESS_LOOPS", { node: node.name.en });
  if (step.state.tokens.length >= TOKEN_LIMIT) step.stop("STATE_TOO_LARGE");
  const token = step.addToken({
    node: node.id,
    scope: arrival.scope,
    via: arrival.via,
    returnTo: arrival.returnTo ?? null,
    data: null,
  });
  step.writes.push({ write: "openStay", token: token.id, node: node.id, dueAt: null });
  unlessOvercome(step, token, () => behaviourOf(node).enter(step, node, token));
};

/** Enters all that is on its way. Arrivals stand beside each other, so each is tried before the step asks for facts. */
const enterAll = (step: Step): boolean => {
  const wave = step.arrivals.splice(0);
  const stillThere = (arrival: Arrival): boolean =>
    step.state.status !== "ended" && step.state.scopes.some((scope) => scope.id === arrival.scope);
  together(wave.map((arrival) => () => (stillThere(arrival) ? enter(step, arrival) : undefined)));
  return wave.length > 0;
};

/** A move by message takes a message that came before anybody waited for it. */
const takeKeptMessage = (step: Step): boolean => {
  for (const wait of step.state.waits) {
    if (wait.kind !== "message" || wait.token !== null || isStuck(step, wait)) continue;
    const kept = step.state.messages.find((it) => it.message === wait.message);
    if (!kept) continue;
    step.state.messages = step.state.messages.filter((it) => it !== kept);
    within(wait.node, () => arrive(step, wait, { kind: "message", payload: kept.payload }));
    return true;
  }
  return false;
};

/** Runs the case to rest: tokens move until each waits or has finished, joins fire, and a case that is done ends. */
export const settle = (step: Step): void => {
  do {
    while (enterAll(step));
  } while (fireJoins(step) || takeKeptMessage(step));
  closeEmptyScopes(step);
  endCaseWhenDone(step);
  if (step.state.status !== "ended") afterRelease(step, step.wasHeld);
};
