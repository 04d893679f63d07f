import type { ASTNode } from "@marcbachmann/cel-js";
import type { FieldSchema } from "@sluice/domain";
import type { LocalText } from "@sluice/problems";
import { chainOf, childrenOf, type Chain } from "../../expression/chains.ts";
import type { ExpressionScope } from "../../expression/expressionScope.ts";
import { fieldName } from "../../expression/fieldName.ts";
import { fieldAt } from "../../expression/typedEnvironment.ts";
import { fault, type ExpressionFault } from "./expressionFault.ts";

/** A value that is put into a text: as people say it, or as it is kept. */
interface Put {
  readonly node: ASTNode;
  readonly chain: Chain;
  readonly isShown: boolean;
}

const putIn = (node: ASTNode): readonly Put[] => {
  const [call, args] = node.op === "call" ? node.args : ["", []];
  const chain = args[0] && (call === "text" || call === "shown") ? chainOf(args[0]) : null;
  return chain ? [{ node, chain, isShown: call === "shown" }] : childrenOf(node).flatMap(putIn);
};

type Holds = "person" | "record" | "lines" | "plain";

const heldBy = ({ type, refersTo }: FieldSchema): Holds =>
  type === "lines" ? "lines" : type !== "reference" ? "plain" : refersTo === "person" ? "person" : "record";

const OF_CASE: Readonly<Record<string, LocalText>> = {
  "case.initiatorId": { en: "Who began the case", zh: "流程发起人" },
  "case.decidedBy": { en: "Who decided last", zh: "最近的处理人" },
  "actor.personId": { en: "Who acts", zh: "当前操作人" },
};

/** What a value holds, and what people call it. */
const heldAt = (
  { root, members }: Chain,
  { schemas, recordType, variables }: ExpressionScope,
): { readonly holds: Holds; readonly name: LocalText } | null => {
  const path = members.join(".");
  const ofCase = OF_CASE[`${root}.${path}`];
  if (ofCase) return { holds: "person", name: ofCase };
  const variable = root === "vars" ? variables.get(path) : undefined;
  if (variable?.type === "person" || variable?.type === "record") return { holds: variable.type, name: variable.name };
  const field = root === "record" && recordType !== null ? fieldAt(schemas, recordType, path) : null;
  if (field === null || field === "any" || recordType === null) return null;
  return { holds: heldBy(field), name: fieldName(schemas, recordType, path) };
};

const isPersonShown = (holds: Holds, isShown: boolean): boolean => holds === "person" && isShown;

/** What would stand in a text and means nothing to who reads it: ids, and lines, which are no text at all. */
const ofPut = ({ node, chain, isShown }: Put, scope: ExpressionScope): readonly ExpressionFault[] => {
  const held = heldAt(chain, scope);
  if (held === null || held.holds === "plain" || isPersonShown(held.holds, isShown)) return [];
  const { holds, name } = held;
  if (holds === "lines")
    return [
      fault("error", "NO_TEXT", node.range, {
        en: `“${name.en}” holds lines, which cannot stand in a text.`,
        zh: `“${name.zh}”是明细行，不能写入文本。`,
      }),
    ];
  return [
    fault(
      "warning",
      "ID_IN_TEXT",
      node.range,
      { en: `“${name.en}” would stand in the text as an id.`, zh: `“${name.zh}”将以内部编号写入文本。` },
      holds === "person"
        ? { en: "Write values as people say them: then it is a name.", zh: "请选择按读者习惯书写，即显示姓名。" }
        : { en: "Write one of its fields, such as its name.", zh: "请改用其字段，例如名称。" },
    ),
  ];
};

/** What is wrong with how an expression puts values into a text. In a condition nothing is said: it compares what is kept. */
export const saidFaults = (ast: ASTNode, scope: ExpressionScope): readonly ExpressionFault[] =>
  putIn(ast).flatMap((put) => {
    if (!scope.isCondition) return ofPut(put, scope);
    if (!put.isShown) return [];
    const words = {
      en: "A condition compares values as they are kept, not as people say them.",
      zh: "条件比较的是原始值，不能使用面向读者的写法。",
    };
    const fix = { en: "Name the field itself.", zh: "请直接写字段。" };
    return [fault("error", "SHOWN_IN_CONDITION", put.node.range, words, fix)];
  });
