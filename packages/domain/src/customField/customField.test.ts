import { describe, expect, it } from "vitest";
import { validateFields } from "../field/validateFields.ts";
import { recordSchemas } from "../recordSchemas.ts";
import { isCustomFieldKey, type CustomField, type CustomFieldSettings } from "./customField.ts";
import { readFieldSettings } from "./readFieldSettings.ts";
import { withCustomFields } from "./withCustomFields.ts";

const label = { en: "Region", zh: "地区" };
const choices = [
  { key: "north", label: { en: "North", zh: "北" } },
  { key: "south", label: { en: "South", zh: "南" } },
  { key: "old", label: { en: "Old", zh: "旧" }, archived: true },
];
const world = { recordTypes: ["customer", "person"] };
const field = (settings: Partial<CustomFieldSettings>): CustomField => ({
  type: "text",
  label,
  ...settings,
  recordType: "customer",
  key: "c_region",
  archived: false,
  indexed: true,
});
const validated = (settings: Partial<CustomFieldSettings>, value: unknown) =>
  validateFields(withCustomFields(recordSchemas.customer, [field(settings)]), { c_region: value }, "patch");

describe("a value of a custom field", () => {
  it.each<{
    readonly name: string;
    readonly settings: Partial<CustomFieldSettings>;
    readonly takes: readonly [given: unknown, stored: unknown];
    readonly refuses: unknown;
  }>([
    { name: "a text of its length", settings: { maxLength: 3 }, takes: [" 𠮷东区 ", "𠮷东区"], refuses: "东西南北" },
    { name: "a text long enough", settings: { minLength: 2 }, takes: ["ab", "ab"], refuses: "a" },
    { name: "nothing instead of a short text", settings: { minLength: 2 }, takes: ["", null], refuses: "a" },
    { name: "a long text with its lines", settings: { type: "longText" }, takes: ["a\r\nb", "a\nb"], refuses: 3 },
    { name: "a whole number in range", settings: { type: "integer", min: "1", max: "5" }, takes: ["5", 5], refuses: 6 },
    { name: "no fraction", settings: { type: "integer" }, takes: [7, 7], refuses: "7.5" },
    { name: "an exact decimal", settings: { type: "decimal" }, takes: ["0.1000", "0.1"], refuses: "0.12345" },
    { name: "no JS number", settings: { type: "decimal" }, takes: ["1", "1"], refuses: 0.1 },
    { name: "a share", settings: { type: "share" }, takes: ["1", "1"], refuses: "1.01" },
    { name: "an amount", settings: { type: "money", max: "10" }, takes: ["10", "10"], refuses: "10.0001" },
    { name: "a day there is", settings: { type: "date" }, takes: ["2028-02-29", "2028-02-29"], refuses: "2027-02-29" },
    {
      name: "an instant with its zone",
      settings: { type: "instant" },
      takes: ["2026-03-01T09:00:00+08:00", "2026-03-01T01:00:00.000Z"],
      refuses: "2026-03-01T09:00:00",
    },
    { name: "yes and no", settings: { type: "boolean" }, takes: [false, false], refuses: "no" },
    { name: "an open choice", settings: { type: "choice", choices }, takes: ["south", "south"], refuses: "old" },
    {
      name: "several choices, in their order and once each",
      settings: { type: "multiChoice", choices },
      takes: [
        ["south", "north", "south"],
        ["north", "south"],
      ],
      refuses: ["north", "old"],
    },
    { name: "no choice at all", settings: { type: "multiChoice", choices }, takes: [[], null], refuses: "north" },
    {
      name: "a reference",
      settings: { type: "reference", refersTo: "person" },
      takes: ["01890A5D-AC96-774B-BCCE-B302099A8057", "01890a5d-ac96-774b-bcce-b302099a8057"],
      refuses: "ann",
    },
    {
      name: "an e-mail address",
      settings: { format: "email" },
      takes: ["ann@firm.example", "ann@firm.example"],
      refuses: "ann@firm",
    },
    {
      name: "a phone number",
      settings: { format: "phone" },
      takes: ["+86 (0)21 5888-1234 转 8", "+86 (0)21 5888-1234 转 8"],
      refuses: "call me",
    },
    {
      name: "a web address",
      settings: { format: "url" },
      takes: ["https://firm.example/a?b=c", "https://firm.example/a?b=c"],
      refuses: "javascript:alert(1)",
    },
  ])("takes $name and refuses its neighbour", ({ settings, takes: [given, stored], refuses }) => {
    expect(validated(settings, given)).toEqual({ problems: [], values: { c_region: stored } });
    expect(validated(settings, refuses).problems.map(({ code }) => code)).toEqual(["INPUT_INVALID"]);
  });

  it("is filled in by its default where nothing is said, and stays empty where it was emptied", () => {
    const schema = withCustomFields(recordSchemas.customer, [field({ default: "north" })]);
    const created = (given: Readonly<Record<string, unknown>>) =>
      validateFields(schema, { name: "Lan", ...given }, "create").values;
    expect(created({})).toEqual({ name: "Lan", c_region: "north" });
    expect(created({ c_region: null })).toEqual({ name: "Lan", c_region: null });
    expect(validateFields(schema, {}, "patch").values).toEqual({});
  });

  it("is missing when it must be there, and is unknown once its field was put away", () => {
    const required = withCustomFields(recordSchemas.customer, [field({ required: true })]);
    const putAway = withCustomFields(recordSchemas.customer, [{ ...field({}), archived: true }]);
    expect(validateFields(required, { name: "Lan" }, "create").problems.map(({ code }) => code)).toEqual([
      "REQUIRED_FIELD",
    ]);
    expect(validateFields(putAway, { c_region: "x" }, "patch").problems.map(({ values }) => values["reason"])).toEqual([
      "unknownField",
    ]);
  });
});

describe("what an admin says of a field", () => {
  const read = (settings: Readonly<Record<string, unknown>>, schema = recordSchemas.customer) =>
    readFieldSettings({ label, ...settings }, schema, world);
  const refusedOf = (settings: Readonly<Record<string, unknown>>, schema?: typeof recordSchemas.customer) =>
    read(settings, schema).problems.map(({ values: { field: setting, reason } }) => ({ setting, reason }));

  it.each<{
    readonly name: string;
    readonly takes: Readonly<Record<string, unknown>>;
    readonly refuses: Readonly<Record<string, unknown>>;
    readonly because: string;
  }>([
    { name: "type", takes: { type: "text" }, refuses: { type: "lines" }, because: "type unknownType" },
    {
      name: "label in both languages",
      takes: { type: "text" },
      refuses: { type: "text", label: { en: "Region", zh: " " } },
      because: "label bothLanguages",
    },
    {
      name: "setting of its type",
      takes: { type: "choice", choices },
      refuses: { type: "text", choices },
      because: "choices notOfThisType",
    },
    {
      name: "setting there is",
      takes: { type: "text", help: { en: "h", zh: "帮" } },
      refuses: { type: "text", colour: "red" },
      because: "colour unknown",
    },
    {
      name: "length that an index holds",
      takes: { type: "text", maxLength: 500, filterable: true },
      refuses: { type: "text", maxLength: 501, filterable: true },
      because: "maxLength outOfRange",
    },
    {
      name: "length of a text that no list sorts by",
      takes: { type: "text", maxLength: 1000 },
      refuses: { type: "text", maxLength: 1001 },
      because: "maxLength outOfRange",
    },
    {
      name: "range",
      takes: { type: "decimal", min: "2", max: "2" },
      refuses: { type: "decimal", min: "2.1", max: "2" },
      because: "min leastAboveMost",
    },
    {
      name: "exact bound",
      takes: { type: "decimal", min: "0.0001" },
      refuses: { type: "decimal", min: "0.00001" },
      because: "min notANumber",
    },
    {
      name: "choices with their own keys",
      takes: { type: "choice", choices },
      refuses: { type: "choice", choices: [...choices, choices[0]] },
      because: "choices badChoices",
    },
    {
      name: "an open choice",
      takes: { type: "choice", choices: choices.slice(1) },
      refuses: { type: "choice", choices: choices.slice(2) },
      because: "choices noOpenChoice",
    },
    {
      name: "a record type to refer to",
      takes: { type: "reference", refersTo: "person" },
      refuses: { type: "reference", refersTo: "planet" },
      because: "refersTo unknownRecordType",
    },
    {
      name: "a default that the field takes",
      takes: { type: "choice", choices, default: "north" },
      refuses: { type: "choice", choices, default: "old" },
      because: "default wrongDefault",
    },
    {
      name: "no default that all would share",
      takes: { type: "text", unique: true },
      refuses: { type: "text", unique: true, default: "x" },
      because: "default notWithUnique",
    },
    {
      name: "a currency where the record has none",
      takes: { type: "money", currency: "CNY" },
      refuses: { type: "money" },
      because: "currency unknownCurrency",
    },
    {
      name: "rights of roles",
      takes: { type: "text", rights: { rep: "masked" } },
      refuses: { type: "text", rights: { admin: "hidden" } },
      because: "rights badRights",
    },
    {
      name: "no search in what is masked",
      takes: { type: "text", searchable: true, rights: { rep: "read" } },
      refuses: { type: "text", searchable: true, rights: { rep: "masked" } },
      because: "searchable seenByAll",
    },
    {
      name: "no demand that a role cannot meet",
      takes: { type: "text", required: true, rights: { rep: "read" }, default: "x" },
      refuses: { type: "text", required: true, rights: { rep: "read" } },
      because: "required requiredHidden",
    },
  ])("has a $name, or is told what is wrong", ({ takes, refuses, because }) => {
    const [setting, reason] = because.split(" ");
    expect(refusedOf(takes)).toEqual([]);
    expect(refusedOf(refuses)).toEqual([{ setting, reason }]);
    const once = read(takes).settings;
    expect(readFieldSettings({ ...once }, recordSchemas.customer, world).settings).toEqual(once);
  });

  it("names no currency where the record has its own", () => {
    expect(refusedOf({ type: "money", currency: "CNY" }, recordSchemas.quote)).toEqual([
      { setting: "currency", reason: "currencyOfRecord" },
    ]);
    expect(refusedOf({ type: "money" }, recordSchemas.quote)).toEqual([]);
  });

  it.each([
    ["c_region", true],
    ["c_r2D2", true],
    [`c_a${"x".repeat(38)}`, true],
    [`c_a${"x".repeat(39)}`, false],
    ["region", false],
    ["c_Region", false],
    ["c_re-gion", false],
    ["c___proto__", false],
  ])("is called %s: %s", (key, isKey) => {
    expect(isCustomFieldKey(key)).toBe(isKey);
  });
});
