import type { ASTNode } from "@marcbachmann/cel-js";
import type { FieldSchema } from "@sluice/domain";
import type { LocalText } from "@sluice/problems";
import { chainOf, childrenOf, type Chain } from "../../expression/chains.ts";
import type { Expression } from "../../expression/expression.ts";
import type { ExpressionScope } from "../../expression/expressionScope.ts";
import { fieldName } from "../../expression/fieldName.ts";
import { OF_ACTOR, OF_CASE } from "../../expression/suggestedWords.ts";
import { fieldAt } from "../../expression/typedEnvironment.ts";
import { fault, type ExpressionFault } from "./expressionFault.ts";
import { kept, named, type PutAt, said } from "./saidMends.ts";
import { shownFaults } from "./shownFaults.ts";

/** A value that is put into a text: as people say it, or as it is kept. */
interface Put extends PutAt {
  readonly chain: Chain;
  readonly isShown: boolean;
}

const putIn = (node: ASTNode): readonly Put[] => {
  const [call, args] = node.op === "call" ? node.args : ["", []];
  const [value] = args;
  const chain = value && (call === "text" || call === "shown") ? chainOf(value) : null;
  return value && chain
    ? [{ call: node.range, chain, value: value.range, isShown: call === "shown" }]
    : childrenOf(node).flatMap(putIn);
};

type Holds = "person" | "record" | "lines" | "plain";

const heldBy = ({ type, refersTo }: FieldSchema): Holds =>
  type === "lines" ? "lines" : type !== "reference" ? "plain" : refersTo === "person" ? "person" : "record";

/** Who a case and its step know of, by where they are looked up. */
const PEOPLE: ReadonlyMap<string, LocalText> = new Map(
  [
    ...OF_CASE.map((it) => ({ ...it, text: `case.${it.text}` })),
    ...OF_ACTOR.map((it) => ({ ...it, text: `actor.${it.text}` })),
  ].flatMap(({ text, label, type }) => (type === "person" && label ? [[text, label] as const] : [])),
);

/** What a value holds, and what people call it. */
const heldAt = (
  { root, members }: Chain,
  { schemas, recordType, variables }: ExpressionScope,
): { readonly holds: Holds; readonly name: LocalText; readonly titleField?: string } | null => {
  const path = members.join(".");
  const ofCase = PEOPLE.get(`${root}.${path}`);
  if (ofCase) return { holds: "person", name: ofCase };
  const variable = root === "vars" ? variables.get(path) : undefined;
  if (variable?.type === "person" || variable?.type === "record") return { holds: variable.type, name: variable.name };
  const field = root === "record" && recordType !== null ? fieldAt(schemas, recordType, path) : null;
  if (field === null || field === "any" || recordType === null) return null;
  const titleField = schemas[field.refersTo ?? ""]?.titleField;
  return {
    holds: heldBy(field),
    name: fieldName(schemas, recordType, path),
    ...(titleField === undefined ? {} : { titleField }),
  };
};

const isPersonShown = (holds: Holds, isShown: boolean): boolean => holds === "person" && isShown;

/** What would stand in a text and means nothing to who reads it: ids, and lines, which are no text at all. */
const ofPut = (put: Put, text: string, scope: ExpressionScope): readonly ExpressionFault[] => {
  const { call, chain, isShown } = put;
  const held = heldAt(chain, scope);
  if (held === null || held.holds === "plain" || isPersonShown(held.holds, isShown)) return [];
  const { holds, name, titleField } = held;
  if (holds === "lines")
    return [
      fault("error", "NO_TEXT", call, {
        en: `“${name.en}” holds lines, which cannot stand in a text.`,
        zh: `“${name.zh}”是明细行，不能写入文本。`,
      }),
    ];
  const found = fault(
    "warning",
    "ID_IN_TEXT",
    call,
    { en: `“${name.en}” would stand in the text as an id.`, zh: `“${name.zh}”将以内部编号写入文本。` },
    holds === "person"
      ? { en: "Write values as people say them: then it is a name.", zh: "请选择按读者习惯书写，即显示姓名。" }
      : { en: "Write one of its fields, such as its name.", zh: "请改用其字段，例如名称。" },
  );
  const mend = holds === "person" ? said(text) : titleField === undefined ? {} : named(text, put, titleField);
  return [{ ...found, ...mend }];
};

/** What is wrong with how an expression puts values into a text. Where it decides or becomes data, nothing is said: it takes what is kept. */
export const saidFaults = ({ ast, text }: Expression, scope: ExpressionScope): readonly ExpressionFault[] =>
  putIn(ast).flatMap((put) => {
    if (!scope.isCondition && scope.isDeciding !== true)
      return [...(put.isShown ? shownFaults(put, text) : []), ...ofPut(put, text, scope)];
    if (!put.isShown)
      return scope.isCondition ? [] : ofPut(put, text, scope).filter(({ severity }) => severity === "error");
    const words = {
      en: "What decides, and what becomes data, takes values as they are kept, not as people say them.",
      zh: "判断和写入数据使用的是原始值，不能使用面向读者的写法。",
    };
    const fix = { en: "Use the value as it is kept.", zh: "请使用原始值。" };
    return [{ ...fault("error", "SHOWN_WHERE_DECIDED", put.call, words, fix), ...kept(text, put) }];
  });
