import type { Problem } from "@sluice/problems";
import type { Happening } from "./event.ts";
import type { Json } from "./json.ts";
import { settle } from "./settle.ts";
import { Refused } from "./signals.ts";
import type { Wait } from "./state.ts";
import type { Step } from "./step.ts";

/** Records that a machine's step could not be taken; it waits for an admin. */
export const raiseIncident = (
  step: Step,
  at: { readonly node: string; readonly token: string | null; readonly wait: string | null },
  cause: Problem,
  happening: Happening,
): void => {
  const id = `i${step.newKey()}`;
  const { code } = cause;
  const values = cause.values as { readonly [key: string]: Json };
  step.state.incidents = [
    ...step.state.incidents,
    { id, ...at, code, values, raisedAt: step.event.at, happening: happening as unknown as Json },
  ];
  step.writes.push({ write: "raiseIncident", incident: id, node: at.node, code, values });
};

/**
 * Takes a machine's step, whole or not at all: when it may not be taken, what it drafted is taken back and an incident stands
 * in its place. A machine's step is never refused and never half applied.
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
    if (!problem) throw cause;
    step.restore(before);
    const place = { node: wait?.node ?? step.plan.start.id, token: wait?.token ?? null, wait: wait?.id ?? null };
    raiseIncident(step, place, problem, happening);
  }
};
