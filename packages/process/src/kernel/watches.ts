import { questionsOf } from "./condition.ts";
import { conditionOf } from "./conditionOf.ts";
import { factKeyOf, type FactKey } from "./fact.ts";
import { fieldsOfTimers } from "./fieldTimers.ts";
import { isStuck } from "./isStuck.ts";
import type { Step } from "./step.ts";

/** The questions that the waiting conditions and dates of a case hang on, each once, sorted: what the door must watch. */
export const watchesOf = (step: Step): readonly FactKey[] => {
  const keys = step.state.waits.flatMap((wait) =>
    wait.kind === "condition" && !isStuck(step, wait)
      ? questionsOf(step, conditionOf(step.plan, wait).condition).map(factKeyOf)
      : [],
  );
  const dates =
    step.state.status === "ended" ? [] : fieldsOfTimers(step).map((path) => factKeyOf({ fact: "field", path }));
  return [...new Set([...keys, ...dates])].toSorted();
};

/** The earliest instant at which the case wants to be woken; null while it is suspended or has ended. */
export const alarmOf = (step: Step): string | null => {
  if (step.state.status !== "running") return null;
  const due = step.state.waits.flatMap((wait) => (wait.kind === "timer" && !isStuck(step, wait) ? [wait.dueAt] : []));
  return due.reduce<string | null>((earliest, at) => (earliest === null || at < earliest ? at : earliest), null);
};
