import { recordSchemas } from "@sluice/domain";
import { describe, expect, it } from "vitest";
import type { ExpressionScope } from "./expressionScope.ts";
import { templateSuggestions } from "./templateSuggestions.ts";

const scope: ExpressionScope = {
  schemas: recordSchemas,
  recordType: "quote",
  variables: new Map([["rounds", { type: "integer", name: { en: "Rounds", zh: "轮次" }, isCertain: true }]]),
  isCondition: false,
  watched: false,
};

describe("what may be written into a text", () => {
  it.each([
    { marked: "Dear |", has: [], hasNot: ["record.name"], replaced: "" },
    { marked: "Dear {{|", has: ["record.name", "vars.rounds", "case", "now"], hasNot: ["has()", "true"], replaced: "" },
    { marked: "Dear {{cust|}} and", has: ["record.customer"], hasNot: ["record.name"], replaced: "cust" },
    { marked: "Dear {{客户|}}", has: ["record.customer"], hasNot: ["record.name"], replaced: "客户" },
    { marked: "{{record.customer.|}}", has: ["name", "grade"], hasNot: ["total"], replaced: "" },
    { marked: "{{record.to|tal}}", has: ["total"], hasNot: ["currency"], replaced: "total" },
    { marked: "{{record.name}} |", has: [], hasNot: ["record.name"], replaced: "" },
    { marked: "{|", has: [], hasNot: ["record.name"], replaced: "" },
    { marked: "|{{", has: [], hasNot: ["record.name"], replaced: "" },
  ])("$marked", ({ marked, has, hasNot, replaced }) => {
    const cursor = marked.indexOf("|");
    const template = marked.replace("|", "");
    const { from, to, options } = templateSuggestions(template, cursor, scope);
    const texts = options.map(({ text }) => text);
    expect(texts).toEqual(expect.arrayContaining(has));
    for (const text of hasNot) expect(texts).not.toContain(text);
    expect(template.slice(from, to)).toBe(replaced);
  });

  it.each([
    { typed: "{{own", text: "record.owner", label: { en: "Owner: name", zh: "负责人（姓名）" } },
    { typed: "{{case.", text: "decidedBy", label: { en: "Who decided last: name", zh: "最近的处理人（姓名）" } },
  ])("offers people by their names behind $typed", ({ typed, text, label }) => {
    const { options } = templateSuggestions(typed, typed.length, scope);
    expect(options.find((option) => option.text === text)).toMatchObject({ label, type: "text" });
  });
});
