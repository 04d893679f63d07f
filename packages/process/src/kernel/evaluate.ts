import { fromCelValue, toCelValue, toPlainCelValue } from "../expression/celValue.ts";
import type { Expression } from "../expression/expression.ts";
import type { ExpressionRoot } from "../expression/expressionRoots.ts";
import { firstLine } from "../expression/firstLine.ts";
import type { Json } from "./json.ts";
import type { Plan } from "./plan.ts";
import { decidedBy, sayingIn } from "./said.ts";
import type { Step } from "./step.ts";

/** The parsed form of an expression of the plan. */
export const expressionIn = (step: Pick<Step, "plan">, text: string): Expression => {
  const expression = step.plan.expressions.get(text);
  if (!expression) throw new Error(`the plan of ${step.plan.definition.key} has not parsed: ${text}`);
  return expression;
};

type Tree = { [member: string]: unknown };
const isTree = (value: unknown): value is Tree => typeof value === "object" && value !== null && !Array.isArray(value);

/** Puts a value at its path. A reference whose own fields are asked too is the map of these: it is there, but has no value of its own. */
const place = (tree: Tree, path: string, value: unknown, hasMembers: boolean): void => {
  const members = path.split(".");
  const last = members.pop() as string;
  let at = tree;
  for (const member of members) {
    const next: unknown = Object.hasOwn(at, member) ? at[member] : undefined;
    at = isTree(next) ? next : ((at[member] = {}) as Tree);
  }
  if (!hasMembers) at[last] = value;
  else if (!Object.hasOwn(at, last)) at[last] = {};
};

/** The record as an expression sees it: the fields it names, those that are empty left out. */
export const recordTree = (
  { typeOfPath }: Pick<Plan, "typeOfPath">,
  paths: readonly string[],
  values: ReadonlyMap<string, Json>,
): Tree => {
  const record: Tree = {};
  for (const path of paths) {
    const value = values.get(path) ?? null;
    const hasMembers = paths.some((other) => other.startsWith(`${path}.`));
    if (value !== null) place(record, path, hasMembers ? null : toCelValue(value, typeOfPath(path)), hasMembers);
  }
  return record;
};

const variablesOf = (step: Step): unknown =>
  Object.fromEntries(
    Object.entries(step.state.variables).map(([key, value]) => {
      const type = step.plan.typeOfVariable(key);
      return [key, type === null ? toPlainCelValue(value) : toCelValue(value, type)];
    }),
  );

const formOf = (step: Step): unknown =>
  "form" in step.event
    ? Object.fromEntries(
        Object.entries(step.event.form).map(([path, value]) => [path, toCelValue(value, step.plan.typeOfPath(path))]),
      )
    : {};

/** What an expression sees: the record's fields it names (empty ones left out, so `has` tells), variables, case, actor and now. */
export const contextOf = (step: Step, expression: Expression, item: Json = null): Record<ExpressionRoot, unknown> => {
  const { paths, roots } = expression;
  const values = step.fields(paths);
  const { actor, at } = step.event;
  return readable(step, expression.text, () => ({
    record: recordTree(step.plan, paths, values),
    vars: roots.has("vars") ? variablesOf(step) : {},
    case: roots.has("case") ? factsOfCase(step) : {},
    form: roots.has("form") ? formOf(step) : {},
    actor: actor.kind === "person" ? { personId: actor.personId } : { system: actor.name },
    now: at,
    item: toPlainCelValue(item),
  }));
};

/** What an expression may ask of the case itself. */
const factsOfCase = ({ plan, state }: Step): { readonly [name: string]: Json } => ({
  initiatorId: state.initiatorId,
  openedAt: state.openedAt,
  stage: state.stage,
  decidedBy: decidedBy(plan, state),
});

/** Runs what may fail on the values it is given: a failure gives the step up, it is never an answer. */
const readable = <T>(step: Step, name: string, run: () => T): T => {
  try {
    return run();
  } catch (cause) {
    return step.stop("GUARD_BROKEN", {
      guard: name,
      reason: firstLine(cause),
    });
  }
};

/** The value of an expression as JSON. One that cannot be evaluated gives the step up: it fails closed. */
export const runExpression = (step: Step, text: string, name: string, item: Json = null): Json => {
  const expression = expressionIn(step, text);
  const context = contextOf(step, expression, item);
  if (expression.shown.length === 0) return readable(step, name, () => fromCelValue(expression.run(context)));
  const saying = sayingIn(step, expression, item);
  return readable(step, name, () => fromCelValue(expression.run(context, saying())));
};
