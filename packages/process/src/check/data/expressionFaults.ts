import type { ASTNode } from "@marcbachmann/cel-js";
import { childrenOf } from "../../expression/chains.ts";
import { parseExpression, type Expression } from "../../expression/expression.ts";
import type { ExpressionScope } from "../../expression/expressionScope.ts";
import { firstLine } from "../../expression/firstLine.ts";
import { lookedBehind, once, usesOf, type Range, type Use } from "../../expression/pathUses.ts";
import { reasonWords } from "../../expression/reasons.ts";
import { typeOfExpression } from "../../expression/typedEnvironment.ts";
import { didYouMean } from "../meaning.ts";
import { nearestName } from "../nearestName.ts";
import { emptyVariable, orEmpty } from "./emptyValue.ts";
import { fault, type ExpressionFault } from "./expressionFault.ts";
import { ofField, ofLookedBehind } from "./fieldFaults.ts";
import { meantExpression } from "./meantExpression.ts";
import { meantLiteral } from "./meantLiteral.ts";
import { mendedText, renamedMember } from "./mendedText.ts";
import { saidFaults } from "./saidFaults.ts";

const rangeOf = (cause: unknown): Range | null => {
  const { range } = cause as { readonly range?: Range };
  return typeof range?.start === "number" && typeof range.end === "number" ? range : null;
};

const ofVariables = (expression: Expression, { variables }: ExpressionScope): readonly ExpressionFault[] => {
  const { ast, text } = expression;
  const uses = usesOf(ast, "vars").map((use) => ({ ...use, path: use.path.split(".")[0] as string }));
  const whole = new Map(usesOf(ast, "vars").map(({ start, path }) => [start, path]));
  return once(uses).flatMap((use): readonly ExpressionFault[] => {
    const { path: key } = use;
    const variable = variables.get(key);
    const mend = (meant: string | null, right: (part: string) => string, isMeant: (other: Use) => boolean) => {
      if (meant === null) return {};
      const same = uses.filter((other) => other.path === key && isMeant(other));
      return { replacement: right(text.slice(use.start, use.end)), mended: mendedText(text, same, right) };
    };
    if (!variable) {
      const meant = nearestName(key, variables.keys());
      const words = { en: `There is no variable “${key}”.`, zh: `变量“${key}”不存在。` };
      return [
        {
          ...fault("error", "UNKNOWN_VARIABLE", use, words, meant === null ? undefined : didYouMean(`vars.${meant}`)),
          ...mend(
            meant,
            (part) => renamedMember(part, 0, meant ?? key),
            () => true,
          ),
        },
      ];
    }
    if (variable.isCertain || !use.isPlain) return [];
    const plain = uses.filter((other) => other.path === key && other.isPlain);
    const isWhole = plain.every(({ start }) => whole.get(start) === key);
    const empty = isWhole ? emptyVariable(variable.type) : null;
    const instead = empty === null ? null : orEmpty("vars", key, empty);
    return [
      {
        ...fault(
          "warning",
          "VARIABLE_MAY_BE_UNSET",
          use,
          {
            en: `“${variable.name.en}” may not have been set on every way here.`,
            zh: `变量“${variable.name.zh}”可能尚未赋值。`,
          },
          instead === null ? undefined : { en: `Write ${instead}.`, zh: `请写作 ${instead}。` },
        ),
        ...mend(
          instead,
          () => instead ?? "",
          ({ isPlain }) => isPlain,
        ),
      },
    ];
  });
};

/** Whether an answer can stand where an expression of this type is asked. */
const fitsIn = (typed: ReturnType<TypeOf>, { isCondition }: ExpressionScope): boolean =>
  "type" in typed && (!isCondition || typed.type === "bool" || typed.type === "dyn");

/** What does not fit together, with the literal that would. */
const mismatch = (
  expression: Expression,
  { problem, range }: { readonly problem: string; readonly range: Range | null },
  fits: (expression: Expression) => boolean,
): ExpressionFault => {
  const { text } = expression;
  const meant = meantLiteral(expression, fits);
  const found = fault("error", "TYPE_MISMATCH", range ?? { start: 0, end: text.length }, {
    en: `The expression does not fit together: ${reasonWords(problem).en}.`,
    zh: `表达式类型不匹配：${reasonWords(problem).zh}。`,
  });
  if (meant === null) return found;
  const mended = mendedText(text, [meant], () => meant.literal);
  return { ...found, fix: { en: `Write ${mended}.`, zh: `请写作 ${mended}。` }, mended };
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
    const mended = meantExpression(text);
    const words = { en: `The expression cannot be read: ${reason.en}.`, zh: `表达式无法解析：${reason.zh}。` };
    return [
      {
        ...fault(
          "error",
          "EXPRESSION_INVALID",
          rangeOf(cause) ?? whole,
          words,
          mended === null ? undefined : didYouMean(mended),
        ),
        ...(mended === null ? {} : { mended }),
      },
    ];
  }
  const ofNames = ofVariables(expression, scope);
  const uses = usesOf(expression.ast, "record");
  const asked = new Set(uses.filter(({ isAsked }) => isAsked).map(({ path }) => path));
  const typed = typeOf(expression, scope);
  const isUnknown = ofNames.some(({ code }) => code === "UNKNOWN_VARIABLE");
  return [
    ...once(uses).flatMap((use) => ofField(use, { text, uses, asked }, scope)),
    ...lookedBehind(expression.ast).flatMap((use) => ofLookedBehind(use, { text, asked }, scope)),
    ...saidFaults(expression, scope),
    ...ofNames.filter(({ severity }) => severity === "error"),
    ...ofNames.filter(({ severity }) => severity === "warning"),
    ...("problem" in typed && !isUnknown
      ? [mismatch(expression, typed, (other) => fitsIn(typeOf(other, scope), scope))]
      : []),
    ...("type" in typed && !fitsIn(typed, scope)
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
            { en: "Use a timer or a race.", zh: "请使用定时器或竞速步骤。" },
          ),
        ]
      : []),
  ];
};

const nowIn = (node: ASTNode): Range | null =>
  node.op === "id" && node.args === "now"
    ? node.range
    : childrenOf(node).reduce<Range | null>((found, child) => found ?? nowIn(child), null);
