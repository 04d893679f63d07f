import { describe, expect, it } from "vitest";
import { recordSchemas } from "../recordSchemas.ts";
import { rightsRules } from "../rights/rightsRules.ts";
import type { CustomField, CustomFieldSettings } from "./customField.ts";
import { fieldChangeProblems } from "./fieldChangeProblems.ts";
import { rightsWithFields } from "./rightsWithFields.ts";
import { withCustomFields } from "./withCustomFields.ts";

const label = { en: "Region", zh: "地区" };
const choices = [
  { key: "north", label: { en: "North", zh: "北" } },
  { key: "south", label: { en: "South", zh: "南" } },
  { key: "old", label: { en: "Old", zh: "旧" }, archived: true },
];
const field = (settings: Partial<CustomFieldSettings>): CustomField => ({
  type: "text",
  label,
  ...settings,
  recordType: "customer",
  key: "c_region",
  archived: false,
  indexed: true,
});

describe("a change to a field that records hold", () => {
  const base: CustomFieldSettings = { type: "choice", label, choices };
  it.each<{
    readonly name: string;
    readonly after: Partial<CustomFieldSettings>;
    readonly refused: readonly string[];
  }>([
    { name: "another label", after: { label: { en: "Area", zh: "区域" } }, refused: [] },
    { name: "required", after: { required: true }, refused: [] },
    { name: "a choice put away", after: { choices: choices.map((it) => ({ ...it, archived: true })) }, refused: [] },
    { name: "one more choice", after: { choices: [...choices, { key: "west", label }] }, refused: [] },
    { name: "a choice taken out", after: { choices: choices.slice(1) }, refused: ["choices"] },
    { name: "another type", after: { type: "multiChoice" }, refused: ["type"] },
    { name: "unique", after: { unique: true }, refused: ["unique"] },
    { name: "found by search", after: { searchable: true }, refused: ["searchable"] },
  ])("$name", ({ after, refused }) => {
    const problems = (values: number) =>
      fieldChangeProblems(base, { ...base, ...after }, values).map((it) => ({
        code: it.code,
        setting: it.values["field"],
      }));
    expect(problems(1)).toEqual(refused.map((setting) => ({ code: "FIELD_HAS_VALUES", setting })));
    expect(problems(0)).toEqual([]);
  });
});

describe("a custom field among the others", () => {
  it("stands after the type's own and before whose it is; one put away is no field any more", () => {
    const schema = withCustomFields(recordSchemas.customer, [
      field({}),
      { ...field({}), key: "c_gone", archived: true },
      { ...field({}), key: "c_other", recordType: "quote" },
    ]);
    const paths = Object.keys(schema.fields);
    expect(paths.slice(paths.indexOf("note"), paths.indexOf("owner") + 1)).toEqual(["note", "c_region", "owner"]);
    expect(Object.keys(schema.archivedFields ?? {})).toEqual(["c_gone"]);
    expect(withCustomFields(recordSchemas.order, [field({})])).toBe(recordSchemas.order);
  });

  it("is offered to lists once its index stands", () => {
    const offered = (settings: Partial<CustomField>) => {
      const schema = withCustomFields(recordSchemas.customer, [{ ...field({}), ...settings }]);
      const { filterable, sortable, indexing } = schema.fields["c_region"] ?? {};
      return { filterable, sortable, indexing };
    };
    expect(offered({ filterable: true })).toEqual({ filterable: true, sortable: true });
    expect(offered({ filterable: true, indexed: false })).toEqual({ indexing: true });
    expect(offered({ filterable: true, type: "boolean" })).toEqual({ filterable: true, sortable: false });
    expect(offered({})).toEqual({});
  });

  it("gives a role no more than its rule gives, and leaves other types alone", () => {
    const rules = rightsWithFields(rightsRules, [field({ rights: { rep: "masked", finance: "edit" } })]);
    const given = (role: string, action: string, type = "customer") =>
      rules
        .filter((it) => it.role === role && it.action === action && it.recordType === type)
        .map((it) => it.fields?.["c_region"]);
    expect(given("rep", "read")).toEqual(["masked", "masked"]);
    expect(given("rep", "patch")).toEqual(["masked"]);
    expect(given("finance", "read")).toEqual(["read"]);
    expect(given("rep", "read", "quote")).toEqual([undefined]);
    expect(given("admin", "patch")).toEqual([undefined]);
  });
});
