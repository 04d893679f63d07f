import { type Clearer, machineReason, problem, type Problem, type ProblemValue } from "@sluice/problems";
import type { Condition } from "../definition/expression.ts";
import type { GuardSettings } from "../definition/move.ts";
import { whyFalse } from "../expression/why.ts";
import { contextOf, expressionIn, runExpression } from "./evaluate.ts";
import type { Fact } from "./fact.ts";
import type { Step } from "./step.ts";

/** The questions that a condition's answer hangs on. */
export const questionsOf = (step: Pick<Step, "plan">, condition: Condition): readonly Fact[] =>
  "rule" in condition
    ? [{ fact: "rule", rule: condition.rule }]
    : expressionIn(step, condition.when).paths.map((path) => ({ fact: "field", path }));

/** Whether a condition holds now. An expression that cannot be evaluated gives the step up (GUARD_BROKEN): never false, never true. */
export const holds = (step: Step, condition: Condition, name: string): boolean => {
  if ("rule" in condition)
    return (step.look([{ fact: "rule", rule: condition.rule }])[0] as unknown as readonly Problem[]).length === 0;
  const value = runExpression(step, condition.when, name);
  if (typeof value !== "boolean")
    step.stop("GUARD_BROKEN", { guard: name, reason: machineReason("neitherTrueNorFalse") });
  return value;
};

const clearersOf = (guard: GuardSettings): readonly Clearer[] =>
  guard.whoCanClear.flatMap((rule): readonly Clearer[] => {
    if (rule.by === "role") return [{ role: rule.role }];
    if (rule.by === "person") return rule.personIds.map((personId) => ({ personId, name: "" }));
    return [];
  });

/** What stands against passing a guard: nothing, or its problems with what they saw and who can clear them. */
export const problemsOfGuard = (step: Step, guard: GuardSettings, name: string): readonly Problem[] => {
  const { condition } = guard;
  if (holds(step, condition, name)) return [];
  const extras = {
    sentence: guard.sentence,
    rule: name,
    whoCanClear: clearersOf(guard),
    ...(guard.start ? { start: guard.start } : {}),
  };
  if ("rule" in condition) {
    const found = step.look([{ fact: "rule", rule: condition.rule }])[0] as unknown as readonly Problem[];
    return found.map((it) => ({ ...it, whoCanClear: it.whoCanClear.length > 0 ? it.whoCanClear : extras.whoCanClear }));
  }
  const parts = whyFalse(expressionIn(step, condition.when), contextOf(step, expressionIn(step, condition.when)));
  const saw = Object.assign({}, ...parts.map((part) => part.saw)) as Record<string, ProblemValue>;
  return [problem("GUARD_CLOSED", { failed: parts.map((part) => part.text), saw }, extras)];
};
