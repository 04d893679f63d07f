import { behaviourOf } from "../nodes/behaviours.ts";
import { endCaseWhenDone } from "./endCase.ts";
import { fireJoins } from "./joins.ts";
import { nodeIn } from "./plan.ts";
import { closeEmptyScopes } from "./scopes.ts";
import type { Step } from "./step.ts";

/** More entries of one node in one scope than this, in one step, is a loop. */
export const ENTRY_LIMIT = 100;

const enterNext = (step: Step): boolean => {
  const arrival = step.arrivals.shift();
  if (!arrival) return false;
  const place = `${arrival.scope} ${arrival.node}`;
  const entries = (step.entries.get(place) ?? 0) + 1;
  step.entries.set(place, entries);
  const node = nodeIn(step.plan, arrival.node);
  if (entries > ENTRY_LIMIT) step.stop("PROCESS_LOOPS", { node: node.name.en });
  const token = step.addToken({ node: node.id, scope: arrival.scope, via: arrival.via, returnTo: arrival.returnTo ?? null, data: null });
  step.writes.push({ write: "openStay", token: token.id, node: node.id, dueAt: null });
  behaviourOf(node).enter(step, node, token);
  return true;
};

/** Runs the case to rest: tokens move until each waits or has finished, joins fire, and a case that is done ends. */
export const settle = (step: Step): void => {
  do {
    while (enterNext(step));
  } while (fireJoins(step));
  closeEmptyScopes(step);
  endCaseWhenDone(step);
};
