import { Decimal } from "decimal.js";
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { fromCelValue, toCelValue } from "./celValue.ts";
import { parseExpression } from "./expression.ts";
import type { ExpressionRoot } from "./expressionRoots.ts";
import { whyFalse } from "./why.ts";

const context = (
  record: Record<string, unknown>,
  vars: Record<string, unknown> = {},
): Record<ExpressionRoot, unknown> => ({
  record,
  vars,
  case: {},
  form: {},
  actor: {},
  now: "2027-01-01T00:00:00.000Z",
  item: null,
});
const decimalText = fc
  .tuple(fc.bigInt(-(10n ** 12n), 10n ** 12n), fc.nat(6))
  .map(([digits, places]) => new Decimal(digits.toString()).div(new Decimal(10).pow(places)).toFixed());
const wide = Decimal.clone({ precision: 60 });

const readOrRefused = (text: string): boolean => {
  try {
    return parseExpression(text).text === text;
  } catch (cause) {
    return cause instanceof Error;
  }
};

describe("expressions", () => {
  it("count in exact decimals", () => {
    fc.assert(
      fc.property(
        decimalText,
        decimalText,
        fc.constantFrom("+", "-", "*", "<", "<=", ">", ">=", "=="),
        (a, b, sign) => {
          const run = parseExpression(`record.a ${sign} record.b`).run;
          const [left, right] = [new wide(a), new wide(b)];
          const expected = {
            "+": () => left.plus(right).toFixed(),
            "-": () => left.minus(right).toFixed(),
            "*": () => left.times(right).toFixed(),
            "<": () => left.lt(right),
            "<=": () => left.lte(right),
            ">": () => left.gt(right),
            ">=": () => left.gte(right),
            "==": () => left.eq(right),
          }[sign as "+"]();
          expect(fromCelValue(run(context({ a: toCelValue(a, "decimal"), b: toCelValue(b, "decimal") })))).toBe(
            expected,
          );
        },
      ),
    );
  });

  it.each([
    { name: "tenths", text: "decimal('0.1') + decimal('0.2') == decimal('0.3')", value: true },
    { name: "tenths beside a decimal, one after the other", text: "record.d + 0.2 - 0.1 - 0.2 == 0", value: true },
    { name: "tenths beside a decimal, times", text: "3 * record.d == 0.3 && 0.3 == record.d * 3", value: true },
    { name: "decimals in a list", text: "record.d in [decimal('0.1'), decimal('0.3')]", value: true },
    { name: "a literal as it was written", text: "record.d > 0.1", value: false },
    { name: "an optional that is there", text: "record.?d.orValue(decimal('5'))", value: "0.1" },
    { name: "an optional that is not", text: "record.?x.orValue('none')", value: "none" },
    { name: "has", text: "has(record.x)", value: false },
    { name: "null in a variable", text: "vars.nothing == null", value: true },
    { name: "ints that JSON cannot hold", text: "9007199254740993", value: "9007199254740993" },
  ])("know $name", ({ text, value }) => {
    expect(fromCelValue(parseExpression(text).run(context({ d: toCelValue("0.1", "share") }, { nothing: null })))).toBe(
      value,
    );
  });

  it.each(["NaN", "Infinity", "1e5", "0x10", "", "1.2.3", "９"])("take “%s” for no decimal", (text) => {
    expect(() => toCelValue(text, "decimal")).toThrow("is not a decimal");
  });

  it.each<{ name: string; text: string; reason: string }>([
    { name: "long", text: `${"true && ".repeat(300)}true`, reason: "Exceeded" },
    { name: "deep", text: `${"(".repeat(60)}1${")".repeat(60)}`, reason: "Exceeded" },
    {
      name: "walks in walks in walks",
      text: "vars.l.all(a, vars.l.all(b, vars.l.all(c, true)))",
      reason: "nested too deeply",
    },
    { name: "a costly walk", text: `vars.l.all(a, vars.l.all(b, ${"a == b && ".repeat(8)}true))`, reason: "too long" },
    {
      name: "a walk over what a walk made",
      text: "vars.l.all(a, (vars.l + vars.l).all(b, true))",
      reason: "a plain list",
    },
    { name: "a pattern", text: "record.name.matches('(a+)+$')", reason: "not available" },
    { name: "a prototype", text: "record.__proto__.x", reason: "cannot have this name" },
    {
      name: "a reference and its field",
      text: "record.customer == 'c' && record.customer.grade == 'A'",
      reason: "not for both",
    },
    { name: "an unknown root", text: "process.exit", reason: "Unknown variable" },
    { name: "sums of tenths", text: "0.1 + 0.2 == 0.3", reason: "inexactly" },
    { name: "sums of tenths beside a decimal", text: "record.a == 0.1 + 0.2", reason: "inexactly" },
    { name: "a choice of tenths", text: "(record.b ? 0.1 : 0.2) * -0.5 > record.a", reason: "inexactly" },
    { name: "tenths looked for", text: "0.1 in vars.l", reason: "inexactly" },
    { name: "a list of tenths", text: "record.a in [0.1, 0.3]", reason: "inexactly" },
    { name: "a map of tenths", text: "{'a': 0.1}.a + {'a': 0.2}.a == 0.3", reason: "inexactly" },
    { name: "a binary float", text: "double('0.1') > 0.05", reason: "inexactly" },
  ])("that are $name are refused", ({ text, reason }) => {
    expect(() => {
      parseExpression(text).run(context({}, { l: [] }));
    }).toThrow(reason);
  });

  it("answer no number out of bounds", () => {
    expect(() =>
      fromCelValue(
        parseExpression(`record.d${" * record.d".repeat(90)}`).run(context({ d: toCelValue("99999999", "decimal") })),
      ),
    ).toThrow("out of bounds");
  });

  it("read any text or refuse it", () => {
    const pieces = fc
      .array(
        fc.constantFrom(
          "record",
          ".",
          "?",
          "a",
          "(",
          ")",
          "[",
          "]",
          "'",
          '"',
          "&&",
          "||",
          "!",
          "<",
          "==",
          "1",
          "0.5",
          "has",
          "map",
          "in",
          " ",
          ",",
          "{",
          "}",
          ":",
          "汉",
          "\\",
          "-",
        ),
        { maxLength: 60 },
      )
      .map((parts) => parts.join(""));
    fc.assert(
      fc.property(fc.oneof(fc.string({ maxLength: 300 }), pieces), (text) => {
        expect(readOrRefused(text)).toBe(true);
      }),
    );
  });
});

describe("why a condition is false", () => {
  it.each([
    {
      name: "the false side of an and",
      text: "record.a > 1 && record.b > 1",
      record: { a: "2", b: "0.0000000001" },
      why: [{ text: "record.b > 1", saw: { "record.b": "0.0000000001" } }],
    },
    {
      name: "both sides of an or",
      text: "record.a > 5 || record.b > 5",
      record: { a: "2", b: "1" },
      why: [
        { text: "record.a > 5", saw: { "record.a": "2" } },
        { text: "record.b > 5", saw: { "record.b": "1" } },
      ],
    },
    {
      name: "only what failed where brackets begin and end it",
      text: "(record.a + record.b) > (record.b) && !(record.a > 5 || record.b > 5) && (record.a > 9)",
      record: { a: "2", b: "1" },
      why: [{ text: "record.a > 9", saw: { "record.a": "2" } }],
    },
    {
      name: "what failed with its brackets",
      text: "record.a > 1 && (record.a + record.b) > (record.b * (record.a))",
      record: { a: "2", b: "5" },
      why: [{ text: "(record.a + record.b) > (record.b * (record.a))", saw: { "record.a": "2", "record.b": "5" } }],
    },
    {
      name: "a part that was empty",
      text: "has(record.a)",
      record: {},
      why: [{ text: "has(record.a)", saw: { "record.a": null } }],
    },
    {
      name: "a name that every object has",
      text: "record.toString == 'x'",
      record: {},
      why: [{ text: "record.toString == 'x'", saw: { "record.toString": null } }],
    },
  ])("tells $name", ({ text, record, why }) => {
    const values = Object.fromEntries(
      Object.entries(record).map(([key, value]) => [key, toCelValue(value, "decimal")]),
    );

    expect(whyFalse(parseExpression(text), context(values))).toEqual(why);
  });
});
