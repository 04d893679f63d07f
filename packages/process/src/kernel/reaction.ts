import type { Problem, ProblemCode } from "@sluice/problems";
import type { Node } from "../definition/node.ts";
import type { OnError } from "../definition/onError.ts";
import { leave, wiresFor } from "./flow.ts";
import type { Json } from "./json.ts";
import { nodeIn, type Plan } from "./plan.ts";
import { Refused } from "./signals.ts";
import type { Token } from "./state.ts";
import type { Step } from "./step.ts";

type Reaction = Exclude<OnError, { readonly do: "incident" }>;

/** What no drawing answers: circles, a case that holds too much, and what only a person can know. */
const ALWAYS_INCIDENTS: ReadonlySet<ProblemCode> = new Set([
  "PROCESS_LOOPS",
  "TOO_MANY_VISITS",
  "STATE_TOO_LARGE",
  "EFFECT_OUTCOME_UNKNOWN",
]);

/** What a wire drawn for errors takes where nothing else is said: what went wrong outside the process. */
const OUTSIDE: ReadonlySet<ProblemCode> = new Set(["EFFECT_FAILED", "CHILD_FAILED"]);

const hasErrorWire = (plan: Plan, { id }: Node): boolean =>
  wiresFor(plan.out.get(id) ?? [], { by: "error" }).length > 0;

/**
 * What a step makes of something that went wrong in it, other than an incident; null for an incident. Where nothing is said, a
 * wire drawn for errors takes an effect that was given up and a child that failed, and nothing else.
 */
const reactionTo = (plan: Plan, node: Node, code: ProblemCode): Reaction | null => {
  if (ALWAYS_INCIDENTS.has(code)) return null;
  const said = "onError" in node ? node.onError : undefined;
  const onError: OnError = said ?? { do: OUTSIDE.has(code) ? "follow" : "incident" };
  if (onError.do === "incident") return null;
  return onError.do === "follow" && !hasErrorWire(plan, node) ? null : onError;
};

/** Notes what went wrong, and sends the token on: by the error wire, or by its ordinary way. */
const react = (step: Step, token: Token, { code, values }: Problem, reaction: Reaction): void => {
  const told = values as { readonly [key: string]: Json };
  const incident = `i${step.state.seq}.${token.id}`;
  step.writes.push({
    write: "overcomeIncident",
    token: token.id,
    incident,
    node: token.node,
    code,
    values: told,
    by: reaction.do,
  });
  if (reaction.do === "follow" && reaction.into !== undefined) step.setVariable(reaction.into, { code, values: told });
  leave(step, token, { by: reaction.do === "follow" ? "error" : "next" });
};

/**
 * Does what the token's step says of something that went wrong in it. Answers false, and nothing is done, when that is an
 * incident; so it is too when the way it says cannot be gone.
 */
export const overcome = (step: Step, token: Token, cause: Problem, goOn: () => void = () => undefined): boolean => {
  const reaction = reactionTo(step.plan, nodeIn(step.plan, token.node), cause.code);
  if (reaction === null) return false;
  const before = step.snapshot();
  try {
    react(step, token, cause, reaction);
    goOn();
    return true;
  } catch (signal) {
    if (!(signal instanceof Refused)) throw signal;
    step.restore(before);
    return false;
  }
};

/** Runs what a step does, so that what goes wrong is known to have gone wrong in it and in no other. */
export const within = (nodeId: string, act: () => void): void => {
  try {
    act();
  } catch (signal) {
    if (signal instanceof Refused) signal.at ??= nodeId;
    throw signal;
  }
};

/**
 * Lets a token's step do its work, whole or not at all: what goes wrong in a machine's step is overcome as the step says. A
 * person's step is given up, and so is one whose step says nothing.
 */
export const unlessOvercome = (step: Step, token: Token, act: () => void): void => {
  if (step.event.actor.kind === "person") return within(token.node, act);
  const before = step.snapshot();
  try {
    within(token.node, act);
  } catch (signal) {
    if (!(signal instanceof Refused) || signal.at !== token.node || signal.problems[0] === undefined) throw signal;
    step.restore(before);
    if (!overcome(step, token, signal.problems[0])) throw signal;
  }
};
