import { describe, expect, it } from "vitest";
import type { Json } from "../../kernel/json.ts";
import { taskOf } from "../../simulate/aProcess.ts";
import { running } from "../../simulate/running.ts";
import type { DecisionTable } from "./schema.ts";

const rules = [
  { tests: ["> 10"], results: ["0.1", "low"] },
  { tests: ["> 20"], results: ["0.2", "high"] },
  { tests: ["> 30"], results: ["0.1", "middle"] },
];
const outputs = [
  { variable: "rate", values: ["0.2", "0.1"] },
  { variable: "band", values: ["high", "middle", "low"] },
];
const decided = (hit: DecisionTable["hit"], total: string, answers = outputs, rows = rules) => {
  const simulation = running(
    {
      a: { kind: "branch", table: { hit, inputs: [{ expression: "record.total" }], outputs: answers, rules: rows } },
      b: taskOf("ann"),
    },
    [["a", "b"]],
    { record: { total } },
  );
  return simulation.refusals.length > 0
    ? simulation.refusals.map(({ code }) => code)
    : { rate: simulation.state.variables["rate"], band: simulation.state.variables["band"] };
};

describe("a decision table", () => {
  it.each<{ name: string; hit: DecisionTable["hit"]; total: string; answer: Json }>([
    { name: "U with one row", hit: "U", total: "11", answer: { rate: "0.1", band: "low" } },
    { name: "U with two rows", hit: "U", total: "21", answer: ["NO_BRANCH"] },
    { name: "F takes the first", hit: "F", total: "31", answer: { rate: "0.1", band: "low" } },
    { name: "P takes the most important answer", hit: "P", total: "31", answer: { rate: "0.2", band: "high" } },
    { name: "P with one row", hit: "P", total: "11", answer: { rate: "0.1", band: "low" } },
    { name: "C lists them in order", hit: "C", total: "21", answer: { rate: ["0.1", "0.2"], band: ["low", "high"] } },
    { name: "C with no row", hit: "C", total: "1", answer: { rate: [], band: [] } },
    { name: "C+ of what are no numbers", hit: "C+", total: "21", answer: ["GUARD_BROKEN"] },
    { name: "F with no row", hit: "F", total: "1", answer: { rate: null, band: null } },
  ])("$name", ({ hit, total, answer }) => {
    expect(decided(hit, total)).toEqual(answer);
  });

  it("breaks a tie of P by the next answer", () => {
    const tied = [
      { tests: ["> 10"], results: ["0.1", "low"] },
      { tests: ["> 20"], results: ["0.1", "middle"] },
    ];

    expect(decided("P", "21", outputs, tied)).toEqual({ rate: "0.1", band: "middle" });
  });

  it.each([
    { total: "31", sum: "0.4" },
    { total: "21", sum: "0.3" },
    { total: "1", sum: null },
  ])("adds up exactly with C+: $sum", ({ total, sum }) => {
    const numbers = rules.map((rule) => ({ ...rule, results: [rule.results[0] as string, "0"] }));

    expect(decided("C+", total, outputs, numbers)).toMatchObject({ rate: sum });
  });
});
