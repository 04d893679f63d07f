import { recordSchemas } from "@sluice/domain";
import { describe, expect, it } from "vitest";
import { aProcess } from "../simulate/aProcess.ts";
import { tryTemplate } from "./tryTemplate.ts";

const drawn = aProcess({ stages: { draft: {} }, wires: [["start", "draft"]] });
const templateNodes = drawn.nodes.map((node) =>
  node.kind === "stage" ? { ...node, name: { en: "Draft", zh: "草稿" } } : node,
);

const on = {
  schemas: recordSchemas,
  recordType: "quote",
  record: {
    name: "<i>Valve</i>",
    total: "12400.50",
    currency: "CNY",
    discount: "0.15",
    owner: "p1",
    stage: "draft",
    validUntil: null,
    "customer.name": "Lanting",
    "customer.owner": "p9",
    customer: "id",
  },
  nodes: templateNodes,
  nameOf: (id: string) => (id === "p1" ? "Chen Li" : null),
  wallOf: (at: string) => at.replace("T06:00:00.000Z", "T14:00:00"),
  at: "2026-11-26T06:00:00.000Z",
};

describe("how a text reads for a record", () => {
  it.each([
    {
      template: "{{record.name}} for {{record.customer.name}}: {{record.total}}",
      says: ["known <i>Valve</i>", "words  for ", "known Lanting", "words : ", "known 12400.5"],
    },
    { template: "{{record.validUntil}}.", says: ["known ", "words ."] },
    {
      template: "{{vars.rounds}} {{case.stage}} {{now}}",
      says: ["later vars.rounds", "words  ", "later case.stage", "words  ", `known ${on.at}`],
    },
    { template: "{{record.total}} {{record}}", says: ["known 12400.5", "words  ", "broken record"] },
    { template: "{{nobody.knows}}", says: ["later nobody.knows"] },
  ])("$template", ({ template, says }) => {
    expect(tryTemplate(template, null, on).map(({ is, text }) => `${is} ${text}`)).toEqual(says);
  });

  it.each([
    { said: "en", says: "Lanting ¥12,400.50 15% Chen Li/someone unknown, Draft, 26 November 2026, 14:00" },
    { said: "zh", says: "Lanting ¥12,400.50 15% Chen Li/未知人员, 草稿, 2026年11月26日 14:00" },
  ] as const)("says values as people do in $said", ({ said, says }) => {
    const template =
      "{{record.customer.name}} {{record.total}} {{record.discount}} {{record.owner}}/{{record.customer.owner}}, {{record.stage}}, {{now}}";
    expect(
      tryTemplate(template, said, on)
        .map(({ text }) => text)
        .join(""),
    ).toBe(says);
  });
});
