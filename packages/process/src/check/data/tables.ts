import type { ASTNode } from "@marcbachmann/cel-js";
import { chainOf } from "../../expression/chains.ts";
import { Exact } from "../../expression/decimal.ts";
import { parseExpression } from "../../expression/expression.ts";
import type { Check } from "../checkDefinition.ts";
import { error, warning, type Finding } from "../finding.ts";

/** Numbers between two ends. An end left out is open to infinity. */
interface Interval {
  readonly from: Exact | null;
  readonly to: Exact | null;
  readonly fromIn: boolean;
  readonly toIn: boolean;
}

const NUMBER = "-?\\d+(?:\\.\\d+)?";
const everything: Interval = { from: null, to: null, fromIn: false, toIn: false };

const compared = (sign: string, limit: string): Interval | null => {
  const at = new Exact(limit);
  if (sign === "<" || sign === "<=") return { ...everything, to: at, toIn: sign === "<=" };
  if (sign === ">" || sign === ">=") return { ...everything, from: at, fromIn: sign === ">=" };
  return sign === "=" || sign === "==" ? { from: at, to: at, fromIn: true, toIn: true } : null;
};

/** A cell as an interval; null for one that is none. */
const intervalOf = (cell: string): Interval | null => {
  const text = cell.trim();
  if (text === "-" || text === "") return everything;
  const range = new RegExp(`^([[\\]()])\\s*(${NUMBER})\\s*\\.\\.\\s*(${NUMBER})\\s*([[\\]()])$`).exec(text);
  if (range)
    return {
      from: new Exact(range[2] as string),
      to: new Exact(range[3] as string),
      fromIn: range[1] === "[",
      toIn: range[4] === "]",
    };
  const sign = new RegExp(`^(<=|>=|<|>|=)?\\s*(${NUMBER})$`).exec(text);
  return sign ? compared(sign[1] ?? "=", sign[2] as string) : null;
};

const meet = (a: Interval, b: Interval): boolean => {
  const before = (x: Interval, y: Interval): boolean =>
    x.to !== null && y.from !== null && (x.to.lt(y.from) || (x.to.eq(y.from) && !(x.toIn && y.fromIn)));
  return !before(a, b) && !before(b, a);
};

/** Whether the intervals leave no number out. */
const cover = (intervals: readonly Interval[]): boolean => {
  const sorted = intervals.toSorted((a, b) =>
    a.from === null ? -1 : b.from === null ? 1 : a.from.cmp(b.from) || Number(b.fromIn) - Number(a.fromIn),
  );
  let end: { readonly at: Exact | null; readonly closed: boolean } | null = null;
  for (const it of sorted) {
    if (end === null) {
      if (it.from !== null) return false;
    } else {
      if (end.at === null) return true;
      if (it.from !== null && (it.from.gt(end.at) || (it.from.eq(end.at) && !it.fromIn && !end.closed))) return false;
      if (it.to !== null && (it.to.lt(end.at) || (it.to.eq(end.at) && (end.closed || !it.toIn)))) continue;
    }
    end = { at: it.to, closed: it.toIn };
  }
  return end !== null && end.at === null;
};

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

const threshold = (text: string): { readonly path: string; readonly interval: Interval } | null => {
  let ast: ASTNode;
  try {
    ({ ast } = parseExpression(text));
  } catch {
    return null; // told by the expression check
  }
  if (ast.op !== "<" && ast.op !== "<=" && ast.op !== ">" && ast.op !== ">=" && ast.op !== "==") return null;
  const [left, right] = ast.args;
  const chain = chainOf(left);
  const limit =
    right.op === "value" && (typeof right.args === "bigint" || typeof right.args === "number")
      ? String(right.args)
      : null;
  const interval = limit === null ? null : compared(ast.op, limit);
  return chain && interval ? { path: [chain.root, ...chain.members].join("."), interval } : null;
};

/** Branches over one number whose later ways can never be taken, because an earlier one takes it all. */
export const thresholds: Check = (graph) =>
  graph.steps.flatMap((step) => {
    if (step.kind !== "branch") return [];
    const wires = graph
      .out(step.id)
      .flatMap((edge) =>
        edge.on.kind === "when" ? [{ edge, order: edge.on.order, limit: threshold(edge.on.when) }] : [],
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

const contains = (outer: Interval, inner: Interval): boolean => {
  const low =
    outer.from === null ||
    (inner.from !== null &&
      (inner.from.gt(outer.from) || (inner.from.eq(outer.from) && (outer.fromIn || !inner.fromIn))));
  const high =
    outer.to === null ||
    (inner.to !== null && (inner.to.lt(outer.to) || (inner.to.eq(outer.to) && (outer.toIn || !inner.toIn))));
  return low && high;
};
