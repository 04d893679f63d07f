import { BpmnModdle } from "bpmn-moddle";
import { childIn, childrenIn, isElement, textIn, type Element } from "../../bpmn/read/element.ts";
import { UnmappedList, type Unmapped } from "../../bpmn/read/unmapped.ts";
import { unreadableXml } from "../../bpmn/read/unreadableXml.ts";
import { EXPRESSION_LANGUAGE } from "../../bpmn/vocabulary.ts";
import { error, type Finding } from "../../check/finding.ts";
import type { FindingCode } from "../../check/findingCodes.ts";
import { branchSchema, type DecisionTable } from "../../nodes/branch/schema.ts";
import { answerOfFeel, cellOfFeel, feelAnswer, feelCell } from "./cells.ts";
import { DMN_NAMESPACE, DMN_NAMESPACES, dmnPackage } from "./descriptor.ts";
import type { NamedTable } from "./writeDmn.ts";

/** The tables of a file with all that has no place in them, or every reason why there are none. */
export type ReadDmn =
  | { readonly tables: readonly NamedTable[]; readonly unmapped: readonly Unmapped[] }
  | { readonly problems: readonly Finding[] };

const HITS: Readonly<Record<string, DecisionTable["hit"]>> = {
  "": "U",
  UNIQUE: "U",
  FIRST: "F",
  PRIORITY: "P",
  COLLECT: "C",
  "COLLECT SUM": "C+",
  "RULE ORDER": "C",
};

const textOf = (element: Element | undefined): string => textIn(element && childIn(element, "text"), "body").trim();

/** An entry as it was written here, as long as nobody has changed what FEEL says of it since. */
const ownText = (element: Element, toFeel: (own: string) => string): string | null => {
  const { $attrs } = element as { readonly $attrs?: Readonly<Record<string, unknown>> };
  const own = $attrs?.["sluice:as"];
  return typeof own === "string" && toFeel(own) === textOf(element) ? own : null;
};

/** What a column asks: ours as it stands; a plain name of another tool is a field of the record. */
const expressionOf = (element: Element): string | null => {
  const asked = childIn(element, "inputExpression");
  const text = textOf(asked);
  if (textIn(asked, "expressionLanguage") === EXPRESSION_LANGUAGE) return text === "" ? null : text;
  if (!/^[A-Za-z_]\w*(?:\.[A-Za-z_]\w*)*$/.test(text)) return null;
  return /^(?:record|vars|case)\./.test(text) ? text : `record.${text}`;
};

/** A name as a variable here is called: camelCase. */
const variableOf = (element: Element): string | null => {
  const said = textIn(element, "name") || textIn(element, "label") || textIn(element, "id");
  const joined = said
    .replaceAll(/[^A-Za-z0-9]+([A-Za-z0-9]?)/g, (_all, next: string) => next.toUpperCase())
    .slice(0, 60);
  const name = joined.charAt(0).toLowerCase() + joined.slice(1);
  return /^[a-z][A-Za-z0-9]*$/.test(name) ? name : null;
};

const valuesOf = (element: Element): readonly string[] | undefined => {
  const text = textOf(childIn(element, "outputValues"));
  if (text === "") return undefined;
  const values = (text.match(/"[^"]*"|[^,]+/g) ?? []).map((it) => answerOfFeel(it));
  return values.includes(null) ? undefined : values.map((it) => (it ?? "").replaceAll(/^"|"$/g, ""));
};

/** What stands beside the decisions of a file and has no place here. What is given to them is no loss: the columns say it. */
const BESIDE: Readonly<Record<string, { readonly en: string; readonly zh: string }>> = {
  businessKnowledgeModel: { en: "Functions of another tool are not kept.", zh: "其他工具的函数不保留。" },
  decisionService: { en: "Services of several decisions are not kept.", zh: "由多个决策组成的服务不保留。" },
  knowledgeSource: { en: "Sources of knowledge are not kept.", zh: "知识来源不保留。" },
  itemDefinition: { en: "Types of another tool are not kept.", zh: "其他工具的类型不保留。" },
  import: { en: "What another file holds is not read.", zh: "不读取其他文件的内容。" },
};

class TableReader {
  readonly list: UnmappedList;
  constructor(list: UnmappedList) {
    this.list = list;
  }

  read(decision: Element): NamedTable | null {
    const table = childIn(decision, "decisionTable");
    if (!table) {
      this.list.add(decision, "It is decided by something else than a table.", "不是由决策表决定的。");
      return null;
    }
    const hit = HITS[[textIn(table, "hitPolicy"), textIn(table, "aggregation")].filter((it) => it !== "").join(" ")];
    if (hit === undefined) {
      this.list.add(decision, "Its hit policy has no counterpart here.", "没有对应的命中策略。");
      return null;
    }
    const inputs = childrenIn(table, "input").map((it) => this.input(it));
    const outputs = childrenIn(table, "output").map((it) => this.output(it));
    if (inputs.includes(null) || outputs.includes(null)) return null;
    const rules = childrenIn(table, "rule").flatMap((rule) => this.rule(rule, inputs.length, outputs.length));
    for (const note of childrenIn(table, "annotation"))
      this.list.add(note, "Notes on rules are not kept.", "规则的备注不保留。");
    const parsed = branchSchema.shape.table.safeParse({
      hit,
      inputs: inputs.map((expression) => ({ expression })),
      outputs,
      rules,
    });
    if (!parsed.success || parsed.data === undefined) {
      this.list.add(
        decision,
        "It has more columns or rows than a table here, or none.",
        "行列数超出限制，或没有行列。",
      );
      return null;
    }
    if (childrenIn(decision, "informationRequirement").some((it) => childIn(it, "requiredDecision")))
      this.list.add(
        decision,
        "It builds on the answer of another decision: draw the two tables one after the other.",
        "它依赖另一决策的结果：请将两个决策表依次绘制。",
      );
    const id = textIn(decision, "id") || "table";
    return { id, name: textIn(decision, "name") || id, table: parsed.data };
  }

  private input(element: Element): string | null {
    const expression = expressionOf(element);
    if (expression === null)
      this.list.add(
        element,
        "What this column asks is no field; the table was left out.",
        "该列不是字段，决策表未导入。",
      );
    if (childIn(element, "inputValues"))
      this.list.add(element, "The values that a column may have are not kept.", "列的取值范围不保留。");
    return expression;
  }

  private output(element: Element): { readonly variable: string; readonly values?: readonly string[] } | null {
    const variable = variableOf(element);
    const values = valuesOf(element);
    if (variable === null)
      this.list.add(element, "This answer has no name that a variable can have.", "该输出的名称不能用作变量。");
    if (childIn(element, "defaultOutputEntry"))
      this.list.add(element, "What it answers by default is not kept: no row leaves it empty.", "默认输出不保留。");
    return variable === null ? null : { variable, ...(values === undefined ? {} : { values }) };
  }

  private rule(element: Element, width: number, answers: number): DecisionTable["rules"] {
    const cells = childrenIn(element, "inputEntry");
    const results = childrenIn(element, "outputEntry");
    const tests = cells.map((it) => ownText(it, feelCell) ?? cellOfFeel(textOf(it)));
    const said = results.map((it) => ownText(it, feelAnswer) ?? answerOfFeel(textOf(it)));
    for (const [at, it] of [...cells, ...results].entries())
      if ([...tests, ...said][at] === null)
        this.list.note({
          element: "rule",
          id: textIn(element, "id") || null,
          name: textOf(it).slice(0, 200),
          why: {
            en: "This FEEL is more than a cell here can say; its row was left out.",
            zh: "该FEEL表达式超出单元格语法，此行未导入。",
          },
        });
    const notes = [
      ...childrenIn(element, "annotationEntry").map(textOf),
      textIn(childIn(element, "description"), "body"),
    ];
    if (notes.some((note) => note.trim() !== ""))
      this.list.add(element, "The note on this row is not kept.", "此行的备注不保留。");
    const isWhole = tests.length === width && said.length === answers && ![...tests, ...said].includes(null);
    return isWhole ? [{ tests: tests as string[], results: said as string[] }] : [];
  }
}

const refuse = (code: FindingCode, en: string, zh: string): ReadDmn => ({ problems: [error(code, {}, { en, zh })] });

const withOneNamespace = (text: string): string =>
  DMN_NAMESPACES.reduce((so, namespace) => so.replaceAll(`"${namespace}"`, `"${DMN_NAMESPACE}"`), text);

const treeOf = async (text: string): Promise<Element | null> => {
  try {
    const moddle = new BpmnModdle({ dmn: dmnPackage });
    const { rootElement } = await moddle.fromXML(withOneNamespace(text), "dmn:Definitions", { lax: true });
    return isElement(rootElement) && rootElement.$type === "dmn:Definitions" ? rootElement : null;
  } catch {
    return null;
  }
};

/**
 * Reads the decision tables of a DMN file (1.1 to 1.5) of any tool. Cells and answers beyond the grammar of cells are listed with
 * their rows, which are left out; so is all else that has no place here. Bounded in time whatever it is given.
 */
export const readDmn = async (text: string): Promise<ReadDmn> => {
  const unreadable = unreadableXml(text);
  if (unreadable !== null && unreadable !== "broken") return { problems: [unreadable] };
  const root = unreadable === null ? await treeOf(text) : null;
  if (root === null)
    return refuse("NOT_DMN", "This is no DMN file, or it is broken.", "不是有效的DMN文件，或文件已损坏。");
  const list = new UnmappedList();
  const reader = new TableReader(list);
  const tables = childrenIn(root, "decision").flatMap((decision) => reader.read(decision) ?? []);
  for (const [kind, why] of Object.entries(BESIDE))
    for (const element of childrenIn(root, kind)) list.add(element, why.en, why.zh);
  if (tables.length === 0 && list.all.length === 0)
    return refuse("NO_TABLE", "The file holds no decision table.", "文件中没有决策表。");
  return { tables, unmapped: list.all };
};
