import type { ASTNode } from "@marcbachmann/cel-js";
import { childrenOf } from "../../expression/chains.ts";
import { parseExpression, type Expression } from "../../expression/expression.ts";
import type { ExpressionScope } from "../../expression/expressionScope.ts";
import { firstLine } from "../../expression/firstLine.ts";
import { lookedBehind, once, usesOf, type Range } from "../../expression/pathUses.ts";
import { reasonWords } from "../../expression/reasons.ts";
import { typeOfExpression } from "../../expression/typedEnvironment.ts";
import { fault, type ExpressionFault } from "./expressionFault.ts";
import { ofField, ofLookedBehind } from "./fieldFaults.ts";
import { saidFaults } from "./saidFaults.ts";

const rangeOf = (cause: unknown): Range | null => {
  const { range } = cause as { readonly range?: Range };
  return typeof range?.start === "number" && typeof range.end === "number" ? range : null;
};

const ofVariables = (expression: Expression, { variables }: ExpressionScope): readonly ExpressionFault[] => {
  const uses = usesOf(expression.ast, "vars").map((use) => ({ ...use, path: use.path.split(".")[0] as string }));
  return once(uses).flatMap((use): readonly ExpressionFault[] => {
    const { path: key } = use;
    const variable = variables.get(key);
    if (!variable)
      return [
        fault("error", "UNKNOWN_VARIABLE", use, { en: `There is no variable “${key}”.`, zh: `变量“${key}”不存在。` }),
      ];
    if (variable.isCertain || !use.isPlain) return [];
    return [
      fault("warning", "VARIABLE_MAY_BE_UNSET", use, {
        en: `“${variable.name.en}” may not have been set on every way here.`,
        zh: `变量“${variable.name.zh}”可能尚未赋值。`,
      }),
    ];
  });
};

/** The type of an expression that stands in a scope; handed in so that a check can keep what it has worked out. */
export type TypeOf = (expression: Expression, scope: ExpressionScope) => ReturnType<typeof typeOfExpression>;

export const typeIn: TypeOf = (expression, { schemas, recordType, variables }) =>
  typeOfExpression(expression, {
    schemas,
    recordType,
    variables: new Map([...variables].map(([key, { type }]) => [key, type])),
  });

/**
 * Finds what an expression says wrong, each with its place in the text: it cannot be read, speaks of what is not there, or
 * answers what its place cannot use. Pure; never throws, whatever the text.
 */
export const expressionFaults = (
  text: string,
  scope: ExpressionScope,
  typeOf: TypeOf = typeIn,
): readonly ExpressionFault[] => {
  const whole = { start: 0, end: text.length };
  let expression: Expression;
  try {
    expression = parseExpression(text);
  } catch (cause) {
    const reason = reasonWords(firstLine(cause));
    return [
      fault("error", "EXPRESSION_INVALID", rangeOf(cause) ?? whole, {
        en: `The expression cannot be read: ${reason.en}.`,
        zh: `表达式无法解析：${reason.zh}。`,
      }),
    ];
  }
  const ofNames = ofVariables(expression, scope);
  const uses = usesOf(expression.ast, "record");
  const asked = new Set(uses.filter(({ isAsked }) => isAsked).map(({ path }) => path));
  const typed = typeOf(expression, scope);
  const isUnknown = ofNames.some(({ code }) => code === "UNKNOWN_VARIABLE");
  return [
    ...once(uses).flatMap((use) => ofField(use, asked, scope)),
    ...lookedBehind(expression.ast).flatMap((use) => ofLookedBehind(use, text, asked, scope)),
    ...saidFaults(expression.ast, scope),
    ...ofNames.filter(({ severity }) => severity === "error"),
    ...ofNames.filter(({ severity }) => severity === "warning"),
    ...("problem" in typed && !isUnknown
      ? [
          fault("error", "TYPE_MISMATCH", typed.range ?? whole, {
            en: `The expression does not fit together: ${reasonWords(typed.problem).en}.`,
            zh: `表达式类型不匹配：${reasonWords(typed.problem).zh}。`,
          }),
        ]
      : []),
    ...("type" in typed && scope.isCondition && typed.type !== "bool" && typed.type !== "dyn"
      ? [
          fault("error", "NOT_A_CONDITION", whole, {
            en: `The condition answers ${typed.type}, not true or false.`,
            zh: `条件的结果是${typed.type}，而不是真或假。`,
          }),
        ]
      : []),
    ...(scope.watched && expression.roots.has("now")
      ? [
          fault(
            "error",
            "TIME_IN_CONDITION",
            nowIn(expression.ast) ?? whole,
            {
              en: "A condition that is waited for may not ask for the time.",
              zh: "等待的条件中不能使用当前时间。",
            },
            { en: "Use a timer or a race.", zh: "请使用定时或竞争节点。" },
          ),
        ]
      : []),
  ];
};

const nowIn = (node: ASTNode): Range | null =>
  node.op === "id" && node.args === "now"
    ? node.range
    : childrenOf(node).reduce<Range | null>((found, child) => found ?? nowIn(child), null);
