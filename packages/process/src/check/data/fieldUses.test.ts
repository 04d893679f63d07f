import { recordSchemas, type FieldSchema } from "@sluice/domain";
import { describe, expect, it } from "vitest";
import { aProcess, approvalOf, guardOf, setting, taskOf, type ProcessDraft } from "../../simulate/aProcess.ts";
import { fieldUses } from "./fieldUses.ts";

const custom: FieldSchema = { type: "text", label: { en: "Tier", zh: "层级" }, custom: true };
const schemas = {
  ...recordSchemas,
  quote: { ...recordSchemas.quote, fields: { ...recordSchemas.quote.fields, c_tier: { ...custom } } },
  customer: { ...recordSchemas.customer, fields: { ...recordSchemas.customer.fields, c_tier: { ...custom } } },
};
type Steps = NonNullable<ProcessDraft["stages"][string]["steps"]>;
const drawn = (steps: Steps, stage = {}) =>
  aProcess({
    stages: { work: { entry: Object.keys(steps)[0] ?? "", steps, ...stage }, end: { final: "done" } },
    wires: [["start", "work"]],
  });
const usesIn = (definition: ReturnType<typeof drawn>, recordType = "quote") =>
  fieldUses(definition, schemas, { recordType, key: "c_tier" }).map(({ node, path }) => `${node} ${path}`);

describe("where a process speaks of a field", () => {
  it.each([
    { name: "a condition", steps: { g: guardOf("deny", "record.?c_tier.orValue('') == 'A'") }, uses: ["g"] },
    {
      name: "a form",
      steps: { t: { ...taskOf("ann"), form: [{ path: "c_tier", access: "edit" as const }] } },
      uses: ["t"],
    },
    { name: "watched fields", steps: { a: approvalOf(["ann"], { watchedFields: ["c_tier"] }) }, uses: ["a"] },
    { name: "what a block writes", steps: { x: setting("c_tier", "'A'") }, uses: ["x"] },
    { name: "what a block works with", steps: { x: setting("note", "record.?c_tier.orValue('')") }, uses: ["x"] },
    { name: "nothing of it", steps: { g: guardOf("deny", "record.total > 5") }, uses: [] },
    { name: "the customer's of that name", steps: { g: guardOf("deny", "record.customer.c_tier == 'A'") }, uses: [] },
  ] as readonly { readonly name: string; readonly steps: Steps; readonly uses: readonly string[] }[])(
    "$name",
    ({ steps, uses }) => {
      expect([...new Set(usesIn(drawn(steps)).map((use) => use.split(" ")[0]))]).toEqual(uses);
    },
  );

  it("is found where references lead to it", () => {
    const definition = drawn({ g: guardOf("deny", "record.customer.c_tier == 'A'") });
    expect(usesIn(definition, "customer")).toHaveLength(1);
    expect(usesIn(definition, "quote")).toEqual([]);
  });

  it("is found in what a stage requires", () => {
    expect(usesIn(drawn({ t: taskOf("ann") }, { requiredToLeave: ["c_tier"] }))).toEqual(["work requiredToLeave"]);
  });
});
