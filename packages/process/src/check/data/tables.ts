import type { NodeOf, Step } from "../../definition/node.ts";
import { chainOf } from "../../expression/chains.ts";
import { parseExpression } from "../../expression/expression.ts";
import { fieldAt } from "../../expression/typedEnvironment.ts";
import type { Check } from "../check.ts";
import type { CheckWorld } from "../checkWorld.ts";
import { error, warning, type Finding, type Place } from "../finding.ts";
import { placesOf } from "../findingDetail.ts";
import { columnSamples, sampleText } from "./columnSamples.ts";
import { contains, meet } from "./interval.ts";
import { gapIn, overlappingRow, tableRows } from "./tableRows.ts";
import { thresholdOf } from "./threshold.ts";

/** A decision table where it stands: a branch's, or one that tells who is asked. */
interface Table {
  readonly place: Place;
  readonly step: Step;
  readonly isUnique: boolean;
  readonly inputs: readonly { readonly expression: string }[];
  readonly rules: readonly { readonly tests: readonly string[] }[];
  /** The first row that does not fit the columns; -1 when all do. */
  readonly crooked: number;
}

const ofBranch = (step: NodeOf<"branch">): readonly Table[] => {
  if (!step.table) return [];
  const { hit, inputs, outputs, rules } = step.table;
  const crooked = rules.findIndex(
    (rule) => rule.tests.length !== inputs.length || rule.results.length !== outputs.length,
  );
  return [{ place: { node: step.id, path: "table.rules" }, step, isUnique: hit === "U", inputs, rules, crooked }];
};

const ofPeople = (step: Step): readonly Table[] =>
  ("who" in step ? step.who : []).flatMap((rule, index) => {
    if (rule.by !== "table") return [];
    const { inputs, rules } = rule.table;
    const crooked = rules.findIndex(({ tests }) => tests.length !== inputs.length);
    const place = { node: step.id, path: `who.${index}.table.rules` };
    return [{ place, step, isUnique: false, inputs, rules, crooked }];
  });

/** All that a column can hold, when it is a field with choices. */
const choicesOf = (text: string, { schemas }: CheckWorld, recordType: string): readonly string[] | null => {
  try {
    const chain = chainOf(parseExpression(text).ast);
    if (!schemas || chain?.root !== "record" || chain.members.length === 0) return null;
    const field = fieldAt(schemas, recordType, chain.members.join("."));
    return field === null || field === "any" ? null : (field.choices?.map(({ key }) => key) ?? null);
  } catch {
    return null; // told by the expression check
  }
};

const ofRows = (
  { place, step, isUnique, rules }: Table,
  choices: readonly (readonly string[] | null)[],
): readonly Finding[] => {
  const cellsOf = (column: number): readonly string[] => rules.map((rule) => rule.tests[column] ?? "-");
  const rows = tableRows(
    rules,
    choices.map((all, column) => columnSamples(cellsOf(column), all)),
  );
  const overlap = isUnique ? overlappingRow(rows) : null;
  const gap = rules.length === 0 ? null : gapIn(rows);
  const left = gap === null || gap === "tooLarge" ? [] : gap.map(sampleText);
  return [
    ...(overlap === null
      ? []
      : [
          error("TABLE_OVERLAP", place, {
            en: `Row ${overlap + 1} of “${step.name.en}” can hold together with an earlier one.`,
            zh: `“${step.name.zh}”第${overlap + 1}行与前面的行重叠。`,
            fix: {
              en: "Let the first row that fits hold, or part the rows.",
              zh: "请改为首个命中，或让各行互不重叠。",
            },
          }),
        ]),
    ...(left.length > 0
      ? [
          warning("TABLE_GAP", place, {
            en: `The table of “${step.name.en}” leaves values out: ${left.map((it) => it.en).join(", ")}.`,
            zh: `“${step.name.zh}”的决策表有未覆盖的取值：${left.map((it) => it.zh).join("、")}。`,
            fix: { en: "Add a row for them, at last one of “-”.", zh: "请补充对应的行，或在最后加一行“-”。" },
          }),
        ]
      : []),
    ...(gap === "tooLarge"
      ? [
          warning("TABLE_NOT_PROVED", place, {
            en: `The table of “${step.name.en}” is too large to prove that it leaves nothing out.`,
            zh: `“${step.name.zh}”的决策表过大，无法证明没有遗漏。`,
          }),
        ]
      : []),
  ];
};

/** Decision tables whose rows do not fit their columns, contradict each other, or leave values out. */
export const tables: Check = (graph, world) =>
  graph.steps
    .flatMap((step) => (step.kind === "branch" ? ofBranch(step) : ofPeople(step)))
    .flatMap((table): readonly Finding[] => {
      const { place, step, inputs, crooked } = table;
      if (crooked === -1)
        return ofRows(
          table,
          inputs.map(({ expression }) => choicesOf(expression, world, graph.definition.recordType)),
        );
      return [
        error("TABLE_ROW_WRONG", place, {
          en: `Row ${crooked + 1} of “${step.name.en}” does not fit the columns.`,
          zh: `“${step.name.zh}”第${crooked + 1}行与列不符。`,
          detail: { count: crooked },
        }),
      ];
    });

/** Branches over one number whose later ways can never be taken, because an earlier one takes it all. */
export const thresholds: Check = (graph) =>
  graph.steps.flatMap((step) => {
    if (step.kind !== "branch") return [];
    const wires = graph
      .out(step.id)
      .flatMap((edge) =>
        edge.on.kind === "when" ? [{ edge, order: edge.on.order, limit: thresholdOf(edge.on.when) }] : [],
      )
      .toSorted((a, b) => a.order - b.order);
    return wires.flatMap(({ edge, limit }, index) => {
      const earlier = wires
        .slice(0, index)
        .flatMap(({ edge: { id }, limit: other }) =>
          other && limit && other.path === limit.path ? [{ id, interval: other.interval }] : [],
        );
      const hiding = limit === null ? [] : earlier.filter(({ interval }) => contains(interval, limit.interval));
      const isHidden = hiding.length > 0;
      const meeting = limit === null ? [] : earlier.filter(({ interval }) => meet(interval, limit.interval));
      const overlaps = !isHidden && meeting.length > 0;
      const isNarrower = limit !== null && hiding.every(({ interval }) => !contains(limit.interval, interval));
      const words = {
        en: `An earlier way of “${step.name.en}” takes this one's cases.`,
        zh: `“${step.name.zh}”前面的分支已覆盖此分支。`,
        ...(isNarrower ? { fix: { en: "Ask this way first.", zh: "请先判断此分支。" } } : {}),
        detail: isNarrower ? placesOf(hiding.map(({ id }) => id)) : {},
      };
      if (isHidden) return [error("WAY_HIDDEN", { edge: edge.id, path: "on.when" }, words)];
      return overlaps
        ? [
            warning(
              "WAYS_OVERLAP",
              { edge: edge.id, path: "on.when" },
              {
                en: `This way of “${step.name.en}” overlaps an earlier one; the earlier is taken.`,
                zh: `“${step.name.zh}”的此分支与前面的分支重叠，以前者为准。`,
                detail: placesOf(meeting.map(({ id }) => id)),
              },
            ),
          ]
        : [];
    });
  });
