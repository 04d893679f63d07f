import { recordSchemas } from "@sluice/domain";
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { expressionFaults } from "../check/data/expressionFaults.ts";
import type { ExpressionScope } from "./expressionScope.ts";
import { suggestionsFor } from "./suggestions.ts";

const scope: ExpressionScope = {
  schemas: recordSchemas,
  recordType: "quote",
  variables: new Map([
    ["approver", { type: "person", name: { en: "Who approved", zh: "审批人" }, isCertain: true }],
    ["rounds", { type: "integer", name: { en: "Rounds", zh: "轮次" }, isCertain: false }],
    ["urgent", { type: "boolean", name: { en: "Urgent", zh: "紧急" }, isCertain: true }],
  ]),
  isCondition: true,
  watched: false,
};

/** What is offered where the bar stands. */
const at = (marked: string, where: Partial<ExpressionScope> = {}) => {
  const cursor = marked.indexOf("|");
  const text = marked.replace("|", "");
  const { from, to, options } = suggestionsFor(text, cursor, { ...scope, ...where });
  return { replaced: text.slice(from, to), texts: options.map((option) => option.text), options };
};

describe("what may be written next", () => {
  it.each([
    {
      marked: "|",
      replaced: "",
      has: ["record.total", "vars.rounds", "record", "now", "has()", "true"],
      hasNot: ["&&"],
    },
    { marked: "disc|", replaced: "disc", has: ["record.effectiveDiscount"], hasNot: ["record.customer", "true"] },
    { marked: "折扣|", replaced: "折扣", has: ["record.effectiveDiscount"], hasNot: ["record.customer"] },
    { marked: "轮|", replaced: "轮", has: ["vars.rounds"], hasNot: ["vars.urgent"] },
    { marked: "record.|", replaced: "", has: ["total", "customer", "ownerId"], hasNot: ["record.total", "true"] },
    { marked: "record.tot|", replaced: "tot", has: ["total"], hasNot: ["customer"] },
    { marked: "record.to|tal > 5", replaced: "total", has: ["total"], hasNot: ["currency"] },
    { marked: "record.customer.|", replaced: "", has: ["grade", "name"], hasNot: ["effectiveDiscount"] },
    { marked: "record.?customer.?gr|", replaced: "gr", has: ["grade"], hasNot: ["name"] },
    { marked: "record.?margin.|", replaced: "", has: ["orValue()"], hasNot: ["total"] },
    { marked: "record.name.|", replaced: "", has: ["contains()"], hasNot: ["exists()"] },
    { marked: "record.lines.|", replaced: "", has: ["size()", "exists()"], hasNot: ["contains()"] },
    { marked: "record.total.|", replaced: "", has: [], hasNot: ["size()", "orValue()"] },
    { marked: "record.nothing.|", replaced: "", has: [], hasNot: ["total"] },
    { marked: "vars.|", replaced: "", has: ["approver", "rounds", "urgent"], hasNot: ["total"] },
    { marked: "case.|", replaced: "", has: ["initiatorId", "stage"], hasNot: ["total"] },
    { marked: "record.total |", replaced: "", has: ["==", ">=", "&&", "in"], hasNot: ["record.total"] },
    { marked: "record.total > |", replaced: "", has: ["record.listTotal"], hasNot: ["=="] },
    { marked: "record.total > 5|", replaced: "", has: [], hasNot: ["&&", "record.total"] },
    { marked: "record.total > 5 |", replaced: "", has: ["&&", "||"], hasNot: ["record.total"] },
    { marked: "record.total > 5 && |", replaced: "", has: ["record.customer"], hasNot: ["&&"] },
    { marked: "record.customer.grade == |", replaced: "", has: ['"A"', '"B"'], hasNot: ["record.total"] },
    { marked: 'record.customer.grade == "|"', replaced: '""', has: ['"A"'], hasNot: ["record.total"] },
    { marked: "record.customer.grade == 'A|", replaced: "'A", has: ['"A"'], hasNot: ['"B"'] },
    { marked: 'record.customer.grade == "A"|', replaced: '"A"', has: [], hasNot: ['"A"'] },
    { marked: "record.?customer.?grade.orValue('') == |", replaced: "", has: ['"A"'], hasNot: ["record.total"] },
    { marked: 'record.customer.grade in ["A", |', replaced: "", has: ['"B"'], hasNot: ["record.total"] },
    { marked: "vars.urgent == |", replaced: "", has: ["true", "false"], hasNot: ["record.total"] },
    { marked: "has(|)", replaced: "", has: ["record.total"], hasNot: ["&&"] },
    { marked: 'record.name == "rec|ord"', replaced: '"record"', has: [], hasNot: ["record"] },
  ])("$marked", ({ marked, replaced, has, hasNot }) => {
    const offered = at(marked);
    expect(offered.replaced).toBe(replaced);
    expect(offered.texts).toEqual(expect.arrayContaining(has));
    for (const text of hasNot) expect(offered.texts).not.toContain(text);
  });

  it("leaves out the time where a condition is waited for", () => {
    expect([at("no|").texts.includes("now"), at("no|", { watched: true }).texts.includes("now")]).toEqual([
      true,
      false,
    ]);
  });

  it("says what it offers in both languages, with its type", () => {
    expect(at("record.effectiveD|").options[0]).toEqual({
      is: "field",
      text: "effectiveDiscount",
      label: recordSchemas.quote.fields.effectiveDiscount?.label,
      type: "share",
    });
  });

  it("offers nothing of a record that it does not know", () => {
    expect(at("record.|", { recordType: null }).texts).toEqual([]);
  });

  const pieces = fc.constantFrom(
    "record",
    ".",
    ".?",
    "customer",
    "grade",
    "vars",
    "==",
    '"A"',
    '"',
    "'",
    "[",
    "]",
    ",",
    "in",
    "(",
    ")",
    " ",
    "&&",
    "5",
    "折",
    "\\",
    "orValue",
    "x",
  );
  it("never throws, and replaces what the cursor stands in", () => {
    fc.assert(
      fc.property(fc.array(pieces, { maxLength: 14 }), fc.nat(60), (parts, place) => {
        const text = parts.join("");
        const cursor = Math.min(place, text.length);
        const { from, to } = suggestionsFor(text, cursor, scope);
        expect(from <= cursor && cursor <= to && to <= text.length).toBe(true);
      }),
    );
  });

  it("offers only what is there", () => {
    for (const start of ["", "record.", "record.customer.", "record.?owner.", "vars.", "record.customer.grade == "]) {
      const { from, to, options } = suggestionsFor(start, start.length, scope);
      for (const { text } of options.filter(({ is }) => is !== "call" && is !== "word")) {
        const codes = expressionFaults(start.slice(0, from) + text + start.slice(to), scope).map(({ code }) => code);
        expect(codes).not.toEqual(expect.arrayContaining(["UNKNOWN_FIELD"]));
        expect(codes).not.toEqual(expect.arrayContaining(["UNKNOWN_VARIABLE"]));
        expect(codes).not.toEqual(expect.arrayContaining(["EXPRESSION_INVALID"]));
      }
    }
  });
});
