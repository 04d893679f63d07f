import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { conditionLines, type ConditionPart, conditionParts } from "./conditionParts.ts";
import { parseExpression } from "./expression.ts";

/** A part in short, as the tables below write it. */
const short = (part: ConditionPart | null): string => {
  if (part === null) return "unreadable";
  switch (part.is) {
    case "compares":
      return part.comparison === "set" || part.comparison === "empty"
        ? `${part.path} ${part.comparison}`
        : `${part.path} ${part.comparison} ${part.type === "text" ? `'${part.value}'` : part.value}`;
    case "all":
      return `(${part.parts.map(short).join(" and ")})`;
    case "any":
      return `(${part.parts.map(short).join(" or ")})`;
    case "text":
      return `«${part.text}»`;
  }
};

describe("what a condition says", () => {
  it.each([
    { when: "record.margin > 0.25", says: "record.margin > 0.25" },
    { when: "record.margin > -0.25", says: "record.margin > -0.25" },
    { when: "record.grade == 'A'", says: "record.grade == 'A'" },
    { when: "record.isKey", says: "record.isKey == true" },
    { when: "!record.isKey", says: "record.isKey == false" },
    { when: "'north' in record.regions", says: "record.regions includes 'north'" },
    { when: "!('north' in record.regions)", says: "record.regions excludes 'north'" },
    { when: "record.region in record.regions", says: "«record.region in record.regions»" },
    { when: "'a' in record.c_tags", says: "record.c_tags includes 'a'" },
    { when: "!('a' in record.c_tags)", says: "record.c_tags excludes 'a'" },
    { when: "record.grade in ['A', 'B']", says: "«record.grade in ['A', 'B']»" },
    { when: "has(record.margin)", says: "record.margin set" },
    { when: "!has(record.margin)", says: "record.margin empty" },
    { when: "has(record.margin) && record.margin >= 0.25", says: "record.margin >= 0.25" },
    { when: "!(has(record.margin) && record.margin >= 0.25)", says: "(record.margin empty or record.margin < 0.25)" },
    { when: "record.?margin.orValue(0) >= 0.25", says: "record.margin >= 0.25" },
    { when: "record.?margin.orValue(0) < 0.25", says: "(record.margin empty or record.margin < 0.25)" },
    { when: "record.?margin.orValue(decimal('0')) >= 0.25", says: "record.margin >= 0.25" },
    { when: "record.margin > decimal('-0.10')", says: "record.margin > -0.10" },
    { when: "record.margin > decimal('much')", says: "«record.margin > decimal('much')»" },
    { when: "record.?margin.orValue(0.25) < 0.25", says: "record.margin < 0.25" },
    { when: "!record.?costCleared.orValue(false)", says: "(record.costCleared empty or record.costCleared == false)" },
    { when: "!record.?asAgreed.orValue(true)", says: "record.asAgreed == false" },
    { when: "record.?stage.orValue('') == 'draft'", says: "record.stage == 'draft'" },
    {
      when: "record.total > 1 && !has(record.priceAgreedAt)",
      says: "(record.total > 1 and record.priceAgreedAt empty)",
    },
    { when: "record.a > 1 || record.b > 2 && record.c > 3", says: "(record.a > 1 or (record.b > 2 and record.c > 3))" },
    { when: "!(record.a > 1 || size(record.lines) > 2)", says: "(record.a <= 1 and «!(size(record.lines) > 2)»)" },
    { when: "size(record.lines) > 0", says: "«size(record.lines) > 0»" },
    { when: "record.total > record.costTotal", says: "«record.total > record.costTotal»" },
    { when: "record.total >", says: "unreadable" },
  ])("$when", ({ when, says }) => {
    expect(short(conditionParts(when))).toBe(says);
  });

  it("is true exactly when the condition is, whatever is filled in", () => {
    const compares = fc
      .record({
        path: fc.constantFrom("a", "b"),
        op: fc.constantFrom("==", "!=", ">", ">=", "<", "<="),
        value: fc.integer({ min: -2, max: 2 }),
        otherwise: fc.integer({ min: -2, max: 2 }),
      })
      .map(({ path, op, value, otherwise }) => `record.?${path}.orValue(${otherwise}) ${op} ${value}`);
    const { condition } = fc.letrec<{ condition: string }>((tie) => ({
      condition: fc.oneof(
        { maxDepth: 3 },
        compares,
        fc.constantFrom("has(record.a)", "has(record.b)"),
        tie("condition").map((inner) => `!(${inner})`),
        fc
          .tuple(tie("condition"), fc.constantFrom("&&", "||"), tie("condition"))
          .map(([left, op, right]) => `(${left}) ${op} (${right})`),
      ),
    }));
    const value = fc.option(fc.integer({ min: -3, max: 3 }), { nil: null });
    const isTrue = (part: ConditionPart, record: Readonly<Record<string, number | null>>): boolean => {
      if (part.is === "text") throw new Error(`nothing here has no words: ${part.text}`);
      if (part.is !== "compares")
        return part.is === "all"
          ? part.parts.every((each) => isTrue(each, record))
          : part.parts.some((each) => isTrue(each, record));
      const held = record[part.path.replace("record.", "")] ?? null;
      if (part.comparison === "set" || part.comparison === "empty")
        return (held !== null) === (part.comparison === "set");
      if (part.comparison === "includes" || part.comparison === "excludes") throw new Error("nothing here is a list");
      if (held === null) return false;
      const order = held - Number(part.value);
      return {
        "==": order === 0,
        "!=": order !== 0,
        ">": order > 0,
        ">=": order >= 0,
        "<": order < 0,
        "<=": order <= 0,
      }[part.comparison];
    };
    fc.assert(
      fc.property(condition, value, value, (when, a, b) => {
        const part = conditionParts(when);
        const record = Object.fromEntries(
          Object.entries({ a, b }).flatMap(([key, held]) => (held === null ? [] : [[key, BigInt(held)]])),
        );
        const context = { record, vars: {}, case: {}, form: {}, actor: {}, now: "", item: null };
        expect(part !== null && isTrue(part, { a, b })).toBe(parseExpression(when).run(context));
      }),
    );
  });
});

describe("the lines of a condition", () => {
  const lines = (when: string) =>
    conditionLines(when)?.map((line) => short(line) + (line.is === "compares" && line.ifSet ? " if set" : ""));

  it.each([
    { when: "record.a > 1", says: ["record.a > 1"] },
    { when: "record.a > 1 && (record.b > 2 && record.c > 3)", says: ["record.a > 1", "record.b > 2", "record.c > 3"] },
    { when: "record.a > 1 || record.b > 2", says: ["(record.a > 1 or record.b > 2)"] },
    { when: "!(record.a > 1 || record.b > 2)", says: ["record.a <= 1", "record.b <= 2"] },
    { when: "has(record.a) && record.a > 1", says: ["record.a > 1 if set"] },
    { when: "has(record.a) && record.b > 1", says: ["record.a set", "record.b > 1"] },
    { when: "has(record.a) && record.b > 1 && record.a > 1", says: ["record.a set", "record.b > 1", "record.a > 1"] },
    { when: "record.?a.orValue(0) >= 1", says: ["record.a >= 1 if set"] },
    { when: "record.?a.orValue(0) < 1", says: ["(record.a empty or record.a < 1)"] },
    { when: "size(record.lines) > 0 && record.a > 1", says: ["«size(record.lines) > 0»", "record.a > 1"] },
    { when: "record.a >", says: undefined },
  ])("$when", ({ when, says }) => {
    expect(lines(when)).toEqual(says);
  });
});
