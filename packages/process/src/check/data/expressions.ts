import type { ASTNode } from "@marcbachmann/cel-js";
import type { FieldSchema } from "@sluice/domain";
import type { LocalText } from "@sluice/problems";
import { chainOf, childrenOf } from "../../expression/chains.ts";
import { parseExpression, type Expression } from "../../expression/expression.ts";
import { fieldName } from "../../expression/fieldName.ts";
import { fieldAt, typeOfExpression } from "../../expression/typedEnvironment.ts";
import type { Check } from "../checkDefinition.ts";
import type { CheckWorld } from "../checkWorld.ts";
import { error, warning, type Finding, type Place } from "../finding.ts";
import type { Graph } from "../graph.ts";
import { expressionPlaces, type ExpressionPlace } from "./expressionPlaces.ts";
import { certainlySet, knownVariables } from "./variables.ts";

const parsed = (text: string): Expression | string => {
  try {
    return parseExpression(text);
  } catch (cause) {
    return cause instanceof Error ? (cause.message.split("\n")[0] ?? "") : "unknown";
  }
};

/** Paths under a root that are asked for plainly: neither in `has` nor by `.?`. */
const plainUses = (node: ASTNode, root: string): readonly string[] => {
  if (node.op === "call" && node.args[0] === "has") return [];
  const chain = chainOf(node);
  if (!chain) return childrenOf(node).flatMap((child) => plainUses(child, root));
  return chain.root === root && chain.members.length > 0 && !isOptional(node) ? [chain.members.join(".")] : [];
};

const isOptional = (node: ASTNode): boolean => node.op === ".?" || (node.op === "." && isOptional(node.args[0]));

/** A custom field that became required is still empty in the records from before. */
const isNeverEmpty = ({ required, alwaysSet, custom }: FieldSchema): boolean =>
  alwaysSet === true || (required === true && custom !== true);

const archivedField = (place: Place, name: LocalText): Finding =>
  warning("FIELD_ARCHIVED", place, {
    en: `“${name.en}” was put away: nobody fills it in any more.`,
    zh: `“${name.zh}”已停用，不会再有人填写。`,
  });

const ofFields = (
  { paths, ast, text }: Expression,
  { place }: ExpressionPlace,
  recordType: string,
  { schemas }: CheckWorld,
): readonly Finding[] => {
  if (!schemas || !schemas[recordType]) return [];
  const plain = new Set(plainUses(ast, "record"));
  return paths.flatMap((path): readonly Finding[] => {
    const field = fieldAt(schemas, recordType, path);
    if (field === null)
      return [error("UNKNOWN_FIELD", place, { en: `There is no field “${path}”.`, zh: `字段“${path}”不存在。` })];
    const certain =
      field === "any" ||
      (isNeverEmpty(field) && !path.includes(".")) ||
      !plain.has(path) ||
      text.includes(`has(record.${path})`);
    const name = fieldName(schemas, recordType, path);
    const putAway = field !== "any" && field.archived === true ? [archivedField(place, name)] : [];
    return certain
      ? putAway
      : [
          ...putAway,
          warning("FIELD_MAY_BE_EMPTY", place, {
            en: `“${name.en}” may be empty; the condition then cannot be answered.`,
            zh: `“${name.zh}”可能为空，此时条件无法判断。`,
            fix: {
              en: `Write record.?${path.replaceAll(".", ".?")}.orValue(…).`,
              zh: `请写作 record.?${path.replaceAll(".", ".?")}.orValue(…)。`,
            },
          }),
        ];
  });
};

/** What an expression says wrong: it cannot be read, speaks of what is not there, or answers what its place cannot use. */
export const expressions: Check = (graph, world) => {
  const variables = knownVariables(graph);
  const certain = certainlySet(graph);
  const { recordType } = graph.definition;
  const scope = {
    schemas: world.schemas ?? {},
    recordType: world.schemas?.[recordType] ? recordType : null,
    variables,
  };
  const types = new Map<string, ReturnType<typeof typeOfExpression>>();
  return expressionPlaces(graph).flatMap((where): readonly Finding[] => {
    const { text, place, isCondition, watched, at, set = [] } = where;
    const expression = parsed(text);
    if (typeof expression === "string")
      return [
        error("EXPRESSION_INVALID", place, {
          en: `The expression cannot be read: ${expression}.`,
          zh: `表达式无法解析：${expression}。`,
        }),
      ];
    const unknown = unknownVariables(expression, variables);
    const maybeUnset = plainUses(expression.ast, "vars")
      .map((path) => path.split(".")[0] as string)
      .filter((key) => variables.has(key) && !certain(at).has(key) && !set.includes(key));
    if (!types.has(text)) types.set(text, typeOfExpression(expression, scope));
    const typed = types.get(text) ?? { type: "dyn" };
    return [
      ...ofFields(expression, where, recordType, world),
      ...unknown.map((key) =>
        error("UNKNOWN_VARIABLE", place, { en: `There is no variable “${key}”.`, zh: `变量“${key}”不存在。` }),
      ),
      ...[...new Set(maybeUnset)].map((key) =>
        warning("VARIABLE_MAY_BE_UNSET", place, {
          en: `“${variableName(graph, key).en}” may not have been set on every way here.`,
          zh: `变量“${variableName(graph, key).zh}”可能尚未赋值。`,
        }),
      ),
      ...("problem" in typed && unknown.length === 0
        ? [
            error("TYPE_MISMATCH", place, {
              en: `The expression does not fit together: ${typed.problem}.`,
              zh: `表达式类型不匹配：${typed.problem}。`,
            }),
          ]
        : []),
      ...("type" in typed && isCondition && typed.type !== "bool" && typed.type !== "dyn"
        ? [
            error("NOT_A_CONDITION", place, {
              en: `The condition answers ${typed.type}, not true or false.`,
              zh: `条件的结果是${typed.type}，而不是真或假。`,
            }),
          ]
        : []),
      ...(watched && expression.roots.has("now")
        ? [
            error("TIME_IN_CONDITION", place, {
              en: "A condition that is waited for may not ask for the time.",
              zh: "等待的条件中不能使用当前时间。",
              fix: { en: "Use a timer or a race.", zh: "请使用定时或竞争节点。" },
            }),
          ]
        : []),
    ];
  });
};

/** A variable as the drawing calls it; its key where it has no name there. */
const variableName = ({ definition }: Graph, key: string): { readonly en: string; readonly zh: string } =>
  definition.variables.find((variable) => variable.key === key)?.name ?? { en: key, zh: key };

const unknownVariables = ({ ast }: Expression, known: ReadonlyMap<string, unknown>): readonly string[] => {
  const found = new Set<string>();
  const visit = (node: ASTNode): void => {
    const chain = chainOf(node);
    if (chain?.root === "vars" && chain.members[0] !== undefined && !known.has(chain.members[0]))
      found.add(chain.members[0]);
    if (!chain) for (const child of childrenOf(node)) visit(child);
  };
  visit(ast);
  return [...found];
};
