import { recordSchemas } from "@sluice/domain";
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import type { ExpressionScope } from "../../expression/expressionScope.ts";
import { ann, branch, work } from "../../simulate/aChecked.ts";
import { guardOf } from "../../simulate/aProcess.ts";
import { expressionFaults } from "./expressionFaults.ts";
import { scopeAt } from "./scopeAt.ts";

const scope: ExpressionScope = {
  schemas: recordSchemas,
  recordType: "quote",
  variables: new Map([["rounds", { type: "integer", name: { en: "Rounds", zh: "轮次" }, isCertain: false }]]),
  isCondition: true,
  watched: true,
};

describe("what is wrong with an expression, and where", () => {
  it.each([
    { text: "record.total > 5", marked: [] },
    { text: "record.total >", marked: ["EXPRESSION_INVALID: "] },
    { text: "record.total > 5 && & 3", marked: ["EXPRESSION_INVALID: &"] },
    { text: "record.total > 5 && record.totl > 5", marked: ["UNKNOWN_FIELD: record.totl"] },
    { text: "record.customer.grades == 'A'", marked: ["UNKNOWN_FIELD: record.customer.grades"] },
    { text: "record.total > 1 && record.margin > 0.1", marked: ["FIELD_MAY_BE_EMPTY: record.margin"] },
    {
      text: "record.?margin.orValue(decimal('0')) > 0.1 && record.margin > 0",
      marked: ["FIELD_MAY_BE_EMPTY: record.margin"],
    },
    { text: "has(record.contact.email)", marked: ["FIELD_MAY_BE_EMPTY: record.contact.email"] },
    { text: "has(record.?customer.grade) && record.customer.grade == 'A'", marked: [] },
    { text: "has(record.contact) && has(record.contact.email)", marked: [] },
    { text: "vars.nobody == 1", marked: ["UNKNOWN_VARIABLE: vars.nobody"] },
    { text: "vars.rounds == 1", marked: ["VARIABLE_MAY_BE_UNSET: vars.rounds"] },
    { text: "record.total > 1 && record.total > 'a'", marked: ["TYPE_MISMATCH: record.total > 'a'"] },
    { text: "record.total + 1", marked: ["NOT_A_CONDITION: record.total + 1"] },
    { text: "record.name < now", marked: ["TIME_IN_CONDITION: now"] },
  ])("$text", ({ text, marked }) => {
    const faults = expressionFaults(text, scope);
    expect(faults.map(({ code, from, to }) => `${code}: ${text.slice(from, to)}`)).toEqual(marked);
  });

  it.each([
    { text: "record.margin > 0.1", mended: "record.?margin.orValue(decimal('0')) > 0.1" },
    { text: "record.customer.grade == 'A'", mended: "record.?customer.?grade.orValue('') == 'A'" },
    { text: "has(record.contact.email)", mended: "has(record.?contact.email)" },
    { text: "'a' in record.lines", mended: "'a' in record.?lines.orValue([])" },
  ])("mends $text", ({ text, mended }) => {
    const [{ from, to, replacement = "" } = { from: 0, to: 0 }] = expressionFaults(text, scope);
    expect(text.slice(0, from) + replacement + text.slice(to)).toBe(mended);
    expect(expressionFaults(mended, scope)).toEqual([]);
  });

  it("never throws, and marks places in the text", () => {
    const piece = fc.constantFrom(
      "record",
      ".",
      "total",
      "margin",
      ">",
      "5",
      "(",
      ")",
      "&&",
      "'",
      "vars",
      "x",
      "[",
      "!",
      "has",
      " ",
    );
    fc.assert(
      fc.property(fc.array(piece, { maxLength: 12 }), (pieces) => {
        const text = pieces.join("");
        for (const { from, to } of expressionFaults(text, scope))
          expect(0 <= from && from <= to && to <= text.length).toBe(true);
      }),
    );
  });
});

describe("the scope of a setting", () => {
  const process = work(
    { g: guardOf("hold", "record.total > 1"), b: branch, x: ann },
    [
      ["g", "b"],
      ["b", "x", "when true"],
      ["b", "x", "default"],
    ],
    {},
    { variables: { rounds: "integer" } },
  );
  const wire = process.edges.find(({ on }) => on.kind === "when")?.id ?? "";
  const of = (element: string, where: string, isCondition = false) => {
    const {
      watched,
      isCondition: asks,
      variables,
    } = scopeAt(process, { element, setting: where, isCondition }, recordSchemas);
    return { watched, asks, variables: [...variables.keys()] };
  };

  it.each([
    { name: "a guard that holds", element: "g", where: "guard.condition.when", watched: true, asks: true },
    { name: "a wire", element: wire, where: "on.when", watched: false, asks: true },
    { name: "a setting without one yet", element: "x", where: "who.0.expression", watched: false, asks: false },
  ])("of $name", ({ element, where, watched, asks }) => {
    expect(of(element, where)).toEqual({ watched, asks, variables: ["rounds"] });
  });
});
