import type { PeopleTable } from "@sluice/process";
import { ann, type StepDraft, work } from "@sluice/process/drafts";
import type { FixCase } from "./fixCase.ts";

type Table = NonNullable<Extract<StepDraft, { kind: "branch" }>["table"]>;

const tableIn = (table: Partial<Table>, ...cells: readonly string[]) => {
  const rules = cells.map((cell, index) => ({ tests: [cell], results: [index === 0 ? "high" : "low"] }));
  const whole: Table = {
    hit: "F",
    inputs: [{ expression: "record.total" }],
    outputs: [{ variable: "level" }],
    rules,
    ...table,
  };
  return work({ b: { kind: "branch", table: whole }, x: ann }, [["b", "x", "default"]]);
};
const asked = (...rules: PeopleTable["rules"]) =>
  work({
    a: {
      ...(ann as Extract<StepDraft, { kind: "task" }>),
      who: [{ by: "table", table: { hit: "F", inputs: [{ expression: "record.total" }], rules } }],
    },
  });
const ranked = { hit: "P" as const, outputs: [{ variable: "level", values: ["high", "low"] }] };

/** Decision tables. */
export const tableCases: readonly FixCase[] = [
  { code: "TABLE_ROW_WRONG", does: "fitRow", has: tableIn({ rules: [{ tests: [], results: ["a"] }] }) },
  { code: "TABLE_ROW_WRONG", does: "fitRow", has: tableIn({ rules: [{ tests: ["-", "> 5"], results: ["a", "b"] }] }) },
  { code: "TABLE_ROW_WRONG", does: "fitRow", has: asked({ tests: [], who: [{ by: "owner" }] }) },
  { code: "TABLE_OVERLAP", does: "takeFirst", has: tableIn({ hit: "U" }, "<= 5", "[5..9]", "> 9") },
  { code: "TABLE_GAP", does: "addRest", has: tableIn({}, "< 5", "> 5") },
  { code: "TABLE_GAP", does: "addRest", has: tableIn({ hit: "U" }, "< 5", "> 5") },
  { code: "TABLE_GAP", does: "addRest", has: tableIn(ranked, "< 5", "> 5") },
  { code: "TABLE_GAP", does: "addRest", has: tableIn({ hit: "C+", rules: [{ tests: ["< 5"], results: ["2"] }] }) },
  { code: "TABLE_GAP", does: "addOwnerRow", has: asked({ tests: ["> 5"], who: [{ by: "owner" }] }) },
  { code: "PRIORITY_UNCLEAR", does: "rankAnswers", or: "takeFirst", has: tableIn({ hit: "P" }, "< 5", ">= 5") },
  { code: "SUM_OF_WORDS", does: "listAnswers", has: tableIn({ hit: "C+" }, "-") },
];
