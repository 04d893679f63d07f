import { recordSchemas } from "@sluice/domain";
import { describe, expect, it } from "vitest";
import type { ExpressionScope } from "../../expression/expressionScope.ts";
import { isError } from "../finding.ts";
import { expressionFaults } from "./expressionFaults.ts";
import { meantExpression } from "./meantExpression.ts";
import { meantPlaceholder } from "./meantPlaceholder.ts";

const name = { en: "Rounds", zh: "轮次" };
const scope: ExpressionScope = {
  schemas: recordSchemas,
  recordType: "quote",
  variables: new Map([
    ["rounds", { type: "integer" as const, name, isCertain: false }],
    ["level", { type: "text" as const, name, isCertain: true }],
    ["reply", { type: "any" as const, name, isCertain: false }],
  ]),
  isCondition: true,
  watched: false,
};

describe("an expression with all of one thing put right", () => {
  it.each<{ text: string; mended: string | undefined }>([
    { text: "record.totl > 5 || record.totl < 1", mended: "record.total > 5 || record.total < 1" },
    { text: "record.?customer.?grades.orValue('') == 'A'", mended: "record.?customer.?grade.orValue('') == 'A'" },
    {
      text: "record.margin > 1 && record.margin < 2",
      mended: "record.?margin.orValue(decimal('0')) > 1 && record.?margin.orValue(decimal('0')) < 2",
    },
    { text: "vars.round == 1", mended: "vars.rounds == 1" },
    { text: "vars.rounds == 1", mended: "vars.?rounds.orValue(0) == 1" },
    { text: "vars.reply == 'x'", mended: undefined },
    { text: "vars.nothing == 'x'", mended: undefined },
    { text: "record.total > '5'", mended: "record.total > 5" },
    { text: "vars.level == 5", mended: "vars.level == '5'" },
    { text: "vars.level > now + 5", mended: undefined },
  ])("$text", ({ text, mended }) => {
    expect(expressionFaults(text, scope)[0]?.mended).toBe(mended);
    expect(expressionFaults(mended ?? "true", scope).filter(isError)).toEqual([]);
  });

  it.each<{ text: string; meant: string | null }>([
    { text: "record.total = 5", meant: "record.total == 5" },
    { text: "record.total >= 5 and record.total <> 7", meant: "record.total >= 5 && record.total != 7" },
    { text: "record.name ＝ “and = ”", meant: 'record.name == "and = "' },
    { text: "（record.total ≥ 5）或 record.asAgreed", meant: null },
    { text: "（record.total ≥ 5） 或 record.asAgreed", meant: "(record.total >= 5) || record.asAgreed" },
    { text: "(record.total > 5 && (record.total < 9", meant: "(record.total > 5 && (record.total < 9))" },
    { text: "record.total >", meant: null },
    { text: "record.total == 5", meant: null },
  ])("reads $text", ({ text, meant }) => {
    expect(meantExpression(text)).toBe(meant);
  });

  it.each<{ written: string; meant: string | null }>([
    { written: "{{total}}", meant: "{{record.total}}" },
    { written: "{{ record.totl }}", meant: "{{record.total}}" },
    { written: "{{customer.grade}}", meant: "{{record.customer.grade}}" },
    { written: "{{有效期至}}", meant: "{{record.validUntil}}" },
    { written: "{{the weather}}", meant: null },
  ])("finds the field of $written", ({ written, meant }) => {
    expect(meantPlaceholder(recordSchemas, "quote", written)).toBe(meant);
  });
});
