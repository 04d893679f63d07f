import type { NodeOf, PeopleTable, ProcessDefinition } from "@sluice/process";
import { findNode } from "../../model/elements.ts";
import { setField } from "../../model/setField.ts";
import { pathOf } from "../../problems/finding.ts";
import { fix, type Fixes } from "../fix.ts";
import { setTo, settingOf, valueAt } from "../settings.ts";

type Table = NonNullable<NodeOf<"branch">["table"]>;

const tableOf = (definition: ProcessDefinition, id: string | undefined): Table | null => {
  const node = findNode(definition, id ?? "");
  return node?.kind === "branch" ? (node.table ?? null) : null;
};

const withTable = (id: string | undefined, table: Table) => setField(id ?? "", ["table"], table);

const fitted = (cells: readonly string[], columns: number, blank: string): string[] =>
  Array.from({ length: columns }, (_, column) => cells[column] ?? blank);

/** A row with more or fewer cells than there are columns: empty tests are filled in, and cells of no column left out. */
export const rowFits: Fixes = (definition, finding) => {
  const { count: row } = finding.detail ?? {};
  const setting = settingOf(definition, finding);
  const path = pathOf(finding).slice(0, -1);
  const table = valueAt(definition, { ...setting, path }) as Table | PeopleTable | undefined;
  const rule = row === undefined ? undefined : table?.rules[row];
  if (table === undefined || row === undefined || rule === undefined) return [];
  const columns = table.inputs.length;
  if (table.hit === "U" && rule.tests.length < columns) return []; // a row that takes everything meets all others
  const tests = fitted(rule.tests, columns, "-");
  const answers =
    "results" in rule && "outputs" in table ? { results: rule.results.slice(0, table.outputs.length) } : {};
  if ("results" in answers && "outputs" in table && answers.results.length < table.outputs.length) return [];
  return [
    fix("fitRow", setTo({ ...setting, path: [...path, "rules", row] }, { ...rule, tests, ...answers }), {
      count: row + 1,
    }),
  ];
};

/** Rows that meet where only one may hold: the first that fits does. */
export const firstThatFits: Fixes = (definition, { node }) => {
  const table = tableOf(definition, node);
  return table === null ? [] : [fix("takeFirst", withTable(node, { ...table, hit: "F" }))];
};

/** What the rows leave out of a branch's table; null where a row for everything would answer besides the others. */
const restOf = (table: Table): Table | null => {
  const { hit, inputs, outputs, rules } = table;
  const blank = hit === "C+" ? "0" : "";
  if (hit === "C") return null;
  if (hit === "P" && !outputs.every(({ values = [] }) => values.length > 0)) return null;
  const results = outputs.map(({ values }) => (hit === "P" ? (values?.at(-1) ?? blank) : blank));
  // Rows that never hold together are the same rows when the first that fits is taken.
  return { ...table, hit: hit === "U" ? "F" : hit, rules: [...rules, { tests: inputs.map(() => "-"), results }] };
};

/** Values that no row takes: a last row takes them, whose answer is then written; of people the owner. */
export const rowForOthers: Fixes = (definition, finding) => {
  const setting = settingOf(definition, finding);
  if (pathOf(finding)[0] === "table") {
    const table = tableOf(definition, finding.node);
    const rest = table && restOf(table);
    return rest === null ? [] : [fix("addRest", withTable(finding.node, rest))];
  }
  const path = pathOf(finding).slice(0, -1);
  const table = valueAt(definition, { ...setting, path }) as PeopleTable | undefined;
  if (table === undefined || table.hit !== "F") return [];
  const rest = { tests: table.inputs.map(() => "-"), who: [{ by: "owner" }] };
  return [fix("addOwnerRow", setTo({ ...setting, path: [...path, "rules"] }, [...table.rules, rest]))];
};

const MOST_VALUES = 100;

const bare = (text: string): string => {
  const trimmed = text.trim();
  return /^".*"$/.test(trimmed) ? trimmed.slice(1, -1) : trimmed;
};

/** Answers without a rank: they are ranked behind the others, in the order of their rows; or the first row that fits is taken. */
export const rankAnswers: Fixes = (definition, finding) => {
  const table = tableOf(definition, finding.node);
  if (table === null) return [];
  const outputs = table.outputs.map((output, column) => {
    const answers = table.rules.map((rule) => bare(rule.results[column] ?? ""));
    return { ...output, values: [...new Set([...(output.values ?? []), ...answers])] };
  });
  const isTooMany = outputs.some(({ values }) => values.length > MOST_VALUES);
  return [
    isTooMany ? null : fix("rankAnswers", withTable(finding.node, { ...table, outputs })),
    ...firstThatFits(definition, finding),
  ];
};

/** Answers that are no numbers and are to be added up: they are listed instead. */
export const listAnswers: Fixes = (definition, { node }) => {
  const table = tableOf(definition, node);
  return table === null ? [] : [fix("listAnswers", withTable(node, { ...table, hit: "C" }))];
};
