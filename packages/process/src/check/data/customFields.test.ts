import { recordSchemas, withCustomFields, type CustomField } from "@sluice/domain";
import { describe, expect, it } from "vitest";
import type { ProcessDefinition } from "../../definition/processDefinition.ts";
import { parseExpression } from "../../expression/expression.ts";
import { typeOfExpression } from "../../expression/typedEnvironment.ts";
import { branch, work } from "../../simulate/aChecked.ts";
import { taskOf } from "../../simulate/aProcess.ts";
import { fieldSamples } from "../../verify/fieldSamples.ts";
import { checkDefinition } from "../checkDefinition.ts";

const label = { en: "Field", zh: "字段" };
const choices = ["north", "south"].map((key) => ({ key, label }));
const field = (key: string, settings: Partial<CustomField>, recordType = "quote"): CustomField => ({
  type: "text",
  label,
  recordType,
  key,
  archived: false,
  indexed: true,
  ...settings,
});
const fields = [
  field("c_score", { type: "integer" }),
  field("c_budget", { type: "money" }),
  field("c_region", { type: "choice", choices }),
  field("c_regions", { type: "multiChoice", choices }),
  field("c_needed", { type: "integer", required: true }),
  field("c_gone", { type: "integer", archived: true }),
  field("c_tier", {}, "customer"),
];
const schemas = Object.fromEntries(
  Object.values(recordSchemas).map((schema) => [schema.type, withCustomFields(schema, fields)]),
);

const asking = (when: string): ProcessDefinition =>
  work({ a: branch, b: taskOf("ann"), c: taskOf("ann") }, [
    ["a", "b", `when ${when}`],
    ["a", "c", "default"],
  ]);
const codesOf = (definition: ProcessDefinition): readonly string[] =>
  checkDefinition(definition, { schemas })
    .map(({ code }) => code)
    .filter((code) => /FIELD|EXPRESSION|TYPE/u.test(code));

describe("a condition that asks for a custom field", () => {
  it.each<{ readonly when: string; readonly type: string | null }>([
    { when: "record.c_score + 1", type: "int" },
    { when: "record.c_budget > decimal('10')", type: "bool" },
    { when: "record.c_region == 'north'", type: "bool" },
    { when: "'north' in record.c_regions", type: "bool" },
    { when: "record.customer.c_tier", type: "string" },
    { when: "record.c_gone > 3", type: "bool" },
    { when: "record.c_score + 'x'", type: null },
    { when: "record.c_regions > 3", type: null },
  ])("is typed at publish: $when is $type", ({ when, type }) => {
    const answer = typeOfExpression(parseExpression(when), { schemas, recordType: "quote", variables: new Map() });
    expect("type" in answer ? answer.type : null).toBe(type);
  });

  it.each<{ readonly when: string; readonly codes: readonly string[] }>([
    { when: "has(record.c_score) && record.c_score > 3", codes: [] },
    { when: "record.c_score > 3", codes: ["FIELD_MAY_BE_EMPTY"] },
    { when: "record.c_needed > 3", codes: ["FIELD_MAY_BE_EMPTY"] },
    { when: "record.c_nothing == 'x'", codes: ["UNKNOWN_FIELD"] },
    { when: "has(record.c_gone) && record.c_gone > 3", codes: ["FIELD_ARCHIVED"] },
  ])("is checked: $when finds $codes", ({ when, codes }) => {
    expect(codesOf(asking(when))).toEqual(codes);
  });

  it("may no longer write or ask people for a field that was put away", () => {
    const requiring = (path: string) => work({ a: taskOf("ann") }, [], { requiredToLeave: [path] });
    expect(codesOf(requiring("c_gone"))).toEqual(["FIELD_ARCHIVED"]);
    expect(codesOf(requiring("c_score"))).toEqual([]);
  });

  it.each<{ readonly path: string; readonly tests: readonly string[]; readonly samples: readonly unknown[] }>([
    { path: "c_region", tests: ['= "north"'], samples: ["north", "south", null] },
    { path: "c_regions", tests: [], samples: [["x"], null] },
    { path: "c_gone", tests: [], samples: ["1", null] },
  ])("is proved over what conditions tell apart of $path", ({ path, tests, samples }) => {
    const asked = { tests: new Set(tests), mayBeMissing: true, isWatched: false };
    expect(fieldSamples(schemas, "quote")(path, asked)).toEqual(samples);
  });
});
