import { EXPRESSION_LANGUAGE, NAMESPACES } from "../../bpmn/vocabulary.ts";
import { xml, xmlText, type XmlNode } from "../../bpmn/xmlNode.ts";
import type { DecisionTable } from "../../nodes/branch/schema.ts";
import { feelAnswer, feelCell } from "./cells.ts";
import { DMN_NAMESPACE } from "./descriptor.ts";

/** A decision table with the step that asks it. */
export interface NamedTable {
  readonly id: string;
  readonly name: string;
  readonly table: DecisionTable;
}

const HITS: Readonly<Record<DecisionTable["hit"], Readonly<Record<string, string>>>> = {
  U: { hitPolicy: "UNIQUE" },
  F: { hitPolicy: "FIRST" },
  P: { hitPolicy: "PRIORITY" },
  C: { hitPolicy: "COLLECT" },
  "C+": { hitPolicy: "COLLECT", aggregation: "SUM" },
};

const text = (value: string): XmlNode => xml("text", {}, [value]);

/** A cell or an answer in FEEL; as it was written here beside it, where FEEL says it otherwise. */
const entry = (name: string, id: string, own: string, feel: string): XmlNode =>
  xml(name, { id, ...(own === feel ? {} : { "sluice:as": own }) }, [text(feel)]);

const tableXml = ({ id, table }: NamedTable): XmlNode =>
  xml("decisionTable", { id: `${id}.table`, ...HITS[table.hit] }, [
    ...table.inputs.map(({ expression }, at) =>
      xml("input", { id: `${id}.input${at + 1}`, label: expression.slice(0, 200) }, [
        xml("inputExpression", { id: `${id}.input${at + 1}.asks`, expressionLanguage: EXPRESSION_LANGUAGE }, [
          text(expression),
        ]),
      ]),
    ),
    ...table.outputs.map(({ variable, values }, at) =>
      xml(
        "output",
        { id: `${id}.output${at + 1}`, name: variable },
        values === undefined
          ? []
          : [xml("outputValues", { id: `${id}.output${at + 1}.values` }, [text(values.map(feelAnswer).join(", "))])],
      ),
    ),
    ...table.rules.map(({ tests, results }, row) =>
      xml("rule", { id: `${id}.rule${row + 1}` }, [
        ...table.inputs.map((_, at) => {
          const cell = tests[at] ?? "-";
          return entry("inputEntry", `${id}.rule${row + 1}.in${at + 1}`, cell, feelCell(cell));
        }),
        ...table.outputs.map((_, at) => {
          const result = results[at] ?? "";
          return entry("outputEntry", `${id}.rule${row + 1}.out${at + 1}`, result, feelAnswer(result));
        }),
      ]),
    ),
  ]);

/** Decision tables as a DMN file: cells as unary tests, columns by the expressions they ask. The same bytes for the same tables. */
export const writeDmn = (key: string, tables: readonly NamedTable[]): string =>
  xmlText(
    xml(
      "definitions",
      {
        xmlns: DMN_NAMESPACE,
        "xmlns:sluice": NAMESPACES.sluice,
        id: `tables.${key}`,
        name: key,
        namespace: NAMESPACES.sluice,
        exporter: "Sluice",
      },
      tables.map((named) => xml("decision", { id: named.id, name: named.name }, [tableXml(named)])),
    ),
  );
