import { recordSchemas } from "@sluice/domain";
import { describe, expect, it } from "vitest";
import { tryTemplate } from "./tryTemplate.ts";

const on = {
  schemas: recordSchemas,
  recordType: "quote",
  record: { name: "<i>Valve</i>", total: "12.50", "customer.name": "Lanting", customer: "id" },
  at: "2026-11-26T06:00:00.000Z",
};

describe("how a text reads for a record", () => {
  it.each([
    {
      template: "{{record.name}} for {{record.customer.name}}: {{record.total}}",
      says: ["known <i>Valve</i>", "words  for ", "known Lanting", "words : ", "known 12.5"],
    },
    { template: "{{record.validUntil}}.", says: ["known ", "words ."] },
    {
      template: "{{vars.rounds}} {{case.stage}} {{now}}",
      says: ["later vars.rounds", "words  ", "later case.stage", "words  ", `known ${on.at}`],
    },
    { template: "{{record.total}} {{record}}", says: ["known 12.5", "words  ", "broken record"] },
    { template: "{{nobody.knows}}", says: ["later nobody.knows"] },
  ])("$template", ({ template, says }) => {
    expect(tryTemplate(template, on).map(({ is, text }) => `${is} ${text}`)).toEqual(says);
  });
});
