import type { Check } from "../checkDefinition.ts";
import { error, warning, type Finding } from "../finding.ts";
import { contains, cover, everything, type Interval, intervalOf, meet } from "./interval.ts";
import { thresholdOf } from "./threshold.ts";

/** Decision tables whose rows do not fit their columns, contradict each other, or leave numbers out. */
export const tables: Check = (graph) =>
  graph.steps.flatMap((step): readonly Finding[] => {
    if (step.kind !== "branch" || !step.table) return [];
    const { inputs, outputs, rules, hit } = step.table;
    const place = { node: step.id, path: "table.rules" };
    const crooked = rules.findIndex(
      (rule) => rule.tests.length !== inputs.length || rule.results.length !== outputs.length,
    );
    if (crooked !== -1)
      return [
        error("TABLE_ROW_WRONG", place, {
          en: `Row ${crooked + 1} of “${step.name.en}” does not fit the columns.`,
          zh: `“${step.name.zh}”第${crooked + 1}行与列不符。`,
        }),
      ];
    const rows = rules.map((rule) => rule.tests.map(intervalOf));
    if (rows.some((row) => row.includes(null)) || rules.length > 100) return [];
    const known = rows as readonly (readonly Interval[])[];
    const overlap =
      hit === "U"
        ? known.findIndex((row, index) =>
            known.slice(0, index).some((other) => row.every((cell, column) => meet(cell, other[column] ?? everything))),
          )
        : -1;
    const gap = inputs.length === 1 && rules.length > 0 && !cover(known.map((row) => row[0] ?? everything));
    return [
      ...(overlap === -1
        ? []
        : [
            error("TABLE_OVERLAP", place, {
              en: `Row ${overlap + 1} of “${step.name.en}” can hold together with an earlier one.`,
              zh: `“${step.name.zh}”第${overlap + 1}行与前面的行重叠。`,
            }),
          ]),
      ...(gap
        ? [
            warning("TABLE_GAP", place, {
              en: `The table of “${step.name.en}” leaves values out.`,
              zh: `“${step.name.zh}”的决策表有未覆盖的取值。`,
            }),
          ]
        : []),
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
        .flatMap((wire) => (wire.limit && limit && wire.limit.path === limit.path ? [wire.limit.interval] : []));
      const isHidden = limit !== null && earlier.some((other) => contains(other, limit.interval));
      const overlaps = limit !== null && !isHidden && earlier.some((other) => meet(other, limit.interval));
      const words = {
        en: `An earlier way of “${step.name.en}” takes this one's cases.`,
        zh: `“${step.name.zh}”前面的分支已覆盖此分支。`,
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
              },
            ),
          ]
        : [];
    });
  });
