import { describe, expect, it } from "vitest";
import type { PeopleTable } from "../../definition/people.ts";
import type { ProcessDefinition } from "../../definition/processDefinition.ts";
import { ann, codesIn, work, type Check } from "../../simulate/aChecked.ts";
import type { StepDraft } from "../../simulate/aProcess.ts";

const table = (hit: "U" | "F", ...cells: string[]): StepDraft => ({
  kind: "branch",
  table: {
    hit,
    inputs: [{ expression: "record.total" }],
    outputs: [{ variable: "level" }],
    rules: cells.map((cell) => ({ tests: [cell], results: ["x"] })),
  },
});
const tableIn = (step: StepDraft) => work({ b: step, x: ann }, [["b", "x", "default"]]);
const rowsOver = (inputs: string[], ...rows: string[][]): ProcessDefinition =>
  tableIn({
    kind: "branch",
    table: {
      hit: "F",
      inputs: inputs.map((expression) => ({ expression })),
      outputs: [{ variable: "level" }],
      rules: rows.map((tests) => ({ tests, results: ["x"] })),
    },
  });
const asked = (...rules: PeopleTable["rules"]): ProcessDefinition =>
  work({
    a: {
      ...(ann as Extract<StepDraft, { kind: "task" }>),
      who: [{ by: "table", table: { hit: "F", inputs: [{ expression: "record.total" }], rules } }],
    },
  });
const two = ["record.total", "record.name"];
const cases: readonly Check[] = [
  {
    code: "TABLE_ROW_WRONG",
    has: tableIn({
      kind: "branch",
      table: {
        hit: "F",
        inputs: [{ expression: "record.total" }],
        outputs: [{ variable: "x" }],
        rules: [{ tests: [], results: ["a"] }],
      },
    }),
    hasNot: tableIn(table("F", "-")),
  },
  {
    code: "TABLE_OVERLAP",
    has: tableIn(table("U", "<= 5", "[5..9]", "> 9")),
    hasNot: tableIn(table("U", "<= 5", "(5..9]", "> 9")),
  },
  {
    code: "TABLE_ROW_WRONG",
    has: asked({ tests: [], who: [{ by: "owner" }] }),
    hasNot: asked({ tests: ["-"], who: [{ by: "owner" }] }),
  },
  {
    code: "TABLE_GAP",
    has: asked({ tests: ["> 5"], who: [{ by: "owner" }] }),
    hasNot: asked({ tests: ["> 5"], who: [{ by: "owner" }] }, { tests: ["<= 5"], who: [{ by: "initiator" }] }),
  },
  {
    code: "UNKNOWN_ROLE",
    has: asked({ tests: ["-"], who: [{ by: "role", role: "nobody" }] }),
    hasNot: asked({ tests: ["-"], who: [{ by: "owner" }] }),
  },
  { code: "TABLE_GAP", has: tableIn(table("F", "< 5", "> 5")), hasNot: tableIn(table("F", "< 5", ">= 5")) },
  {
    code: "TABLE_GAP",
    has: rowsOver(two, ["< 5", "a"], [">= 5", "-"]),
    hasNot: rowsOver(two, ["< 5", "a"], ["< 5", "not(a)"], [">= 5", "-"]),
  },
  {
    code: "TABLE_GAP",
    has: rowsOver(["record.name"], ['"a", "b"']),
    hasNot: rowsOver(["record.name"], ['"a", "b"'], ["-"]),
  },
  {
    code: "TABLE_GAP",
    has: rowsOver(["record.validUntil"], ["< 2027-01-01"], ["> 2027-01-01"]),
    hasNot: rowsOver(["record.validUntil"], ["< 2027-01-01"], [">= 2027-01-01"]),
  },
  {
    code: "TABLE_GAP",
    has: rowsOver(["record.customer.grade"], ["A"], ["B, C"]),
    hasNot: rowsOver(["record.customer.grade"], ["A"], ["not(A)"]),
  },
  {
    code: "TABLE_GAP",
    has: rowsOver(["record.asAgreed"], ["true"]),
    hasNot: rowsOver(["record.asAgreed"], ["true"], ["false"]),
  },
  {
    code: "TABLE_NOT_PROVED",
    has: rowsOver(
      Array.from({ length: 12 }, () => "record.total"),
      ...Array.from({ length: 12 }, (_, row) =>
        Array.from({ length: 12 }, (_cell, column) => (row === column ? "<= 5" : "-")),
      ),
      Array.from({ length: 12 }, () => "> 5"),
    ),
    hasNot: rowsOver(two, ["< 5", "a"]),
  },
];

describe("a decision table's rows", () => {
  it.each(cases)("finds $code where it is, and not where it is not", ({ code, has, hasNot }) => {
    expect([codesIn(has).includes(code), codesIn(hasNot).includes(code)]).toEqual([true, false]);
  });
});
