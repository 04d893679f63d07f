import type { Happening } from "./event.ts";
import { raiseIncident } from "./raiseIncident.ts";
import { overcome } from "./reaction.ts";
import { settle } from "./settle.ts";
import { Refused } from "./signals.ts";
import type { Wait } from "./state.ts";
import type { Step } from "./step.ts";

/**
 * Takes a machine's step, whole or not at all: when it may not be taken, what it drafted is taken back, and what the step that
 * waited says is done instead; where it says nothing, or something else went wrong further on, an incident stands in its place.
 * A machine's step is never refused and never half applied.
 */
export const attempt = (
  step: Step,
  wait: Pick<Wait, "id" | "node" | "token"> | null,
  happening: Happening,
  act: () => void,
): void => {
  const before = step.snapshot();
  step.entries.clear();
  try {
    act();
    settle(step);
  } catch (cause) {
    const problem = cause instanceof Refused ? cause.problems[0] : undefined;
    if (!(cause instanceof Refused) || !problem) throw cause;
    step.restore(before);
    const token = step.state.tokens.find((it) => it.id === wait?.token);
    const isOwn = token !== undefined && (cause.at === undefined || cause.at === token.node);
    if (isOwn && overcome(step, token, problem, () => settle(step))) return;
    const place = { node: wait?.node ?? step.plan.start.id, token: wait?.token ?? null, wait: wait?.id ?? null };
    raiseIncident(step, place, problem, happening);
  }
};
