import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { customer } from "../customer/customer.ts";
import { quote } from "../quote/quote.ts";
import { recordSchemas } from "../recordSchemas.ts";
import { MOST_LINES, validateFields } from "./validateFields.ts";

const anId = "0190a000-0000-7000-8000-000000000001";
const aLine = { description: "Servo drive", quantity: "2", listPrice: "1200.00" };
const aQuote = { name: "Line 4", customer: anId, currency: "CNY", lines: [aLine] };
const patch = (fields: Record<string, unknown>) => validateFields(quote, fields, "patch");
const reasonsOf = ({ problems }: ReturnType<typeof validateFields>) =>
  problems.map((it) => [it.code, it.values["field"], it.values["reason"]].filter((part) => part !== undefined));

describe("validateFields", () => {
  it("puts what it accepts into its one spelling", () => {
    const { problems, values } = validateFields(
      quote,
      { ...aQuote, name: "  Cafe\u0301 ", discount: "0.1300", validUntil: "2028-02-29" },
      "create",
    );
    expect(problems).toEqual([]);
    expect(values).toMatchObject({
      name: "Café",
      discount: "0.13",
      validUntil: "2028-02-29",
      lines: [{ id: null, quantity: "2", listPrice: "1200" }],
    });
  });

  it.each([
    {
      name: "a leap day that never was",
      given: { validUntil: "2027-02-29" },
      refused: ["INPUT_INVALID", "validUntil", "notADate"],
    },
    {
      name: "the 31st of April",
      given: { validUntil: "2027-04-31" },
      refused: ["INPUT_INVALID", "validUntil", "notADate"],
    },
    {
      name: "a discount over the whole",
      given: { discount: "1.000001" },
      refused: ["INPUT_INVALID", "discount", "tooLarge"],
    },
    { name: "a negative discount", given: { discount: "-0.01" }, refused: ["INPUT_INVALID", "discount", "tooSmall"] },
    {
      name: "a discount given as a number",
      given: { discount: 0.13 },
      refused: ["INPUT_INVALID", "discount", "notADecimal"],
    },
    { name: "an unknown currency", given: { currency: "XXX" }, refused: ["INPUT_INVALID", "currency", "notAChoice"] },
    {
      name: "a reference that is no id",
      given: { customer: "Lanting" },
      refused: ["INPUT_INVALID", "customer", "notAReference"],
    },
    {
      name: "a name with a null character",
      given: { name: "a\u0000b" },
      refused: ["INPUT_INVALID", "name", "controlCharacters"],
    },
    {
      name: "half of a surrogate pair",
      given: { name: "a\uD800" },
      refused: ["INPUT_INVALID", "name", "controlCharacters"],
    },
    {
      name: "a line break in a one-line text",
      given: { name: "a\nb" },
      refused: ["INPUT_INVALID", "name", "controlCharacters"],
    },
    {
      name: "an override of direction",
      given: { name: "abc\u202Egpj.exe" },
      refused: ["INPUT_INVALID", "name", "controlCharacters"],
    },
    { name: "a text that is a number", given: { name: 7 }, refused: ["INPUT_INVALID", "name", "notText"] },
    {
      name: "a field that does not exist",
      given: { colour: "red" },
      refused: ["INPUT_INVALID", "colour", "unknownField"],
    },
    {
      name: "a prototype's name",
      given: JSON.parse('{"__proto__": "x"}') as Record<string, unknown>,
      refused: ["INPUT_INVALID", "__proto__", "unknownField"],
    },
    { name: "a derived field", given: { total: "1" }, refused: ["FIELD_NOT_ALLOWED", "total"] },
    { name: "the stage", given: { stage: "sent" }, refused: ["STAGE_ONLY_BY_PROCESS", "stage"] },
    { name: "an emptied required field", given: { name: "  " }, refused: ["REQUIRED_FIELD", "name"] },
    { name: "lines that are no list", given: { lines: "none" }, refused: ["INPUT_INVALID", "lines", "notLines"] },
    { name: "a line that is none", given: { lines: [null] }, refused: ["INPUT_INVALID", "lines.0", "notLines"] },
    {
      name: "a line without quantity",
      given: { lines: [{ description: "x", listPrice: "1" }] },
      refused: ["REQUIRED_FIELD", "lines.0.quantity"],
    },
    {
      name: "a quantity of nothing",
      given: { lines: [{ ...aLine, quantity: "0" }] },
      refused: ["INPUT_INVALID", "lines.0.quantity", "tooSmall"],
    },
    {
      name: "the same line twice",
      given: {
        lines: [
          { ...aLine, id: anId },
          { ...aLine, id: anId },
        ],
      },
      refused: ["INPUT_INVALID", "lines.1.id", "repeatedLine"],
    },
    {
      name: "a price past the column",
      given: { lines: [{ ...aLine, listPrice: "1000000000000000" }] },
      refused: ["INPUT_INVALID", "lines.0.listPrice", "outOfRange"],
    },
    {
      name: "a price finer than the column",
      given: { lines: [{ ...aLine, listPrice: "0.00001" }] },
      refused: ["INPUT_INVALID", "lines.0.listPrice", "tooManyPlaces"],
    },
  ])("refuses $name", ({ given, refused }) => {
    expect(reasonsOf(patch(given))).toEqual([refused]);
  });

  it("tells everything at once", () => {
    expect(reasonsOf(validateFields(customer, { phone: 1, grade: "Z", stage: "x" }, "create"))).toEqual([
      ["INPUT_INVALID", "phone", "notText"],
      ["INPUT_INVALID", "grade", "notAChoice"],
      ["INPUT_INVALID", "stage", "unknownField"],
      ["REQUIRED_FIELD", "name"],
    ]);
  });

  it("counts a 4-byte character as one, at the limit and past it", () => {
    expect(patch({ name: "𠮷".repeat(200) }).problems).toEqual([]);
    expect(reasonsOf(patch({ name: "𠮷".repeat(201) }))).toEqual([["INPUT_INVALID", "name", "tooLong"]]);
  });

  it.each(["شركة الأتمتة", "חברת אוטומציה", "👩‍🔧 Line", "𠮷野家"])("takes %s as it is", (name) => {
    expect(patch({ name }).values["name"]).toBe(name);
  });

  it("keeps line breaks of a long text, in one spelling", () => {
    expect(patch({ note: "a\r\nb\rc\td" }).values["note"]).toBe("a\nb\nc\td");
  });

  it("takes a line back as it was shown, without what is computed", () => {
    expect(patch({ lines: [{ ...aLine, id: anId, total: "9", unitPrice: "9" }] })).toMatchObject({
      problems: [],
      values: { lines: [{ id: anId, quantity: "2" }] },
    });
  });

  it("takes as many lines as allowed and not one more", () => {
    expect(patch({ lines: Array.from({ length: MOST_LINES }, () => aLine) }).problems).toEqual([]);
    expect(reasonsOf(patch({ lines: Array.from({ length: MOST_LINES + 1 }, () => aLine) }))).toEqual([
      ["INPUT_INVALID", "lines", "tooManyLines"],
    ]);
  });

  it("speaks both languages", () => {
    expect(patch({ validUntil: "2027-02-29" }).problems[0]?.sentence).toEqual({
      en: "Valid until: there is no such date (write 2026-03-31).",
      zh: "有效期至：日期不存在（格式2026-03-31）。",
    });
  });

  it("accepts again what it accepted, whatever it was given", () => {
    const schemas = fc.constantFrom(...Object.values(recordSchemas));
    const anything = fc.oneof(
      fc.string({ unit: "binary" }),
      fc.anything(),
      fc.date({ noInvalidDate: true }).map((it) => it.toISOString()),
      fc.double().map(String),
    );
    fc.assert(
      fc.property(
        schemas.chain((schema) =>
          fc.tuple(fc.constant(schema), fc.dictionary(fc.constantFrom(...Object.keys(schema.fields)), anything)),
        ),
        ([schema, input]) => {
          const once = validateFields(schema, input, "patch");
          const accepted = Object.fromEntries(
            Object.entries(once.values).filter(
              ([key]) => !once.problems.some((it) => JSON.stringify(it.values["field"]).startsWith(`"${key}`)),
            ),
          );
          expect(validateFields(schema, accepted, "patch")).toEqual({ problems: [], values: accepted });
        },
      ),
      { numRuns: 200 },
    );
  });
});
