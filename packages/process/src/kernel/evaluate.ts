import { fromCelValue, toCelValue, toPlainCelValue } from "../expression/celValue.ts";
import type { Expression, ExpressionRoot } from "../expression/expression.ts";
import type { Json } from "./json.ts";
import { MissingFacts } from "./signals.ts";
import type { Step } from "./step.ts";

/** The parsed form of an expression of the plan. */
export const expressionIn = (step: Pick<Step, "plan">, text: string): Expression => {
  const expression = step.plan.expressions.get(text);
  if (!expression) throw new Error(`the plan of ${step.plan.definition.key} has not parsed: ${text}`);
  return expression;
};

const place = (tree: Record<string, unknown>, path: string, value: unknown): void => {
  const members = path.split(".");
  const last = members.pop() as string;
  let at = tree;
  for (const member of members) at = (at[member] ??= {}) as Record<string, unknown>;
  at[last] = value;
};

const formOf = (step: Step): unknown => ("form" in step.event ? toPlainCelValue(step.event.form) : {});

/** What an expression sees: the record's fields it names (empty ones left out, so `has` tells), variables, case, actor and now. */
export const contextOf = (step: Step, expression: Expression, item: Json = null): Record<ExpressionRoot, unknown> => {
  const record: Record<string, unknown> = {};
  for (const [path, value] of step.fields(expression.paths)) {
    if (value !== null) place(record, path, toCelValue(value, step.plan.typeOfPath(path)));
  }
  const { actor, at } = step.event;
  return {
    record,
    vars: toPlainCelValue(step.state.variables),
    case: { initiatorId: step.state.initiatorId, openedAt: step.state.openedAt, stage: step.state.stage },
    form: formOf(step),
    actor: actor.kind === "person" ? { personId: actor.personId } : { system: actor.name },
    now: at,
    item: toPlainCelValue(item),
  };
};

/** The value of an expression as JSON. One that cannot be evaluated gives the step up: it fails closed. */
export const runExpression = (step: Step, text: string, name: string, item: Json = null): Json => {
  const expression = expressionIn(step, text);
  const context = contextOf(step, expression, item);
  try {
    return fromCelValue(expression.run(context));
  } catch (cause) {
    if (cause instanceof MissingFacts) throw cause;
    return step.stop("GUARD_BROKEN", { guard: name, reason: cause instanceof Error ? firstLine(cause.message) : "unknown" });
  }
};

const firstLine = (message: string): string => message.split("\n")[0] ?? message;
