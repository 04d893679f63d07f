import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { fromCelValue, toCelValue } from "./celValue.ts";
import { parseExpression, type Expression } from "./expression.ts";
import type { ExpressionRoot } from "./expressionRoots.ts";
import { whyFalse } from "./why.ts";

/** No expression keeps a step this long, on a machine that does twenty other things; a test that takes longer fails. */
const MOMENT_MS = 20_000;

const list = Array.from({ length: 500 }, (_, index) => toCelValue(String(index), "decimal"));
const context: Record<ExpressionRoot, unknown> = {
  record: { a: toCelValue("1.5", "decimal"), name: "n".repeat(4_000), lines: list, customer: { grade: "A" } },
  vars: { l: list, text: "t".repeat(4_000), nothing: null },
  case: { initiatorId: "ini", stage: "work" },
  form: {},
  actor: { personId: "ann" },
  now: "2027-01-01T00:00:00.000Z",
  item: null,
};

const read = (text: string): Expression | null => {
  try {
    return parseExpression(text);
  } catch (cause) {
    if (cause instanceof Error) return null;
    throw cause;
  }
};

/** The answer as JSON, or that there is none; anything but an Error is a fault of ours. */
const answerOf = (expression: Expression): string => {
  try {
    return JSON.stringify(fromCelValue(expression.run(context)));
  } catch (cause) {
    if (cause instanceof Error) return "no answer";
    throw cause;
  }
};

const hostile: readonly { readonly name: string; readonly text: string }[] = [
  { name: "two walks of five hundred", text: "vars.l.all(a, vars.l.all(b, a + b >= a))" },
  { name: "three walks", text: "vars.l.all(a, vars.l.all(b, vars.l.all(c, a == c)))" },
  { name: "a walk over a product", text: "vars.l.map(a, vars.l).map(b, b.map(c, c)).size() > 0" },
  { name: "a doubled text", text: `vars.text${" + vars.text".repeat(80)} == ''` },
  { name: "doubled lists", text: `(vars.l${" + vars.l".repeat(60)}).all(a, a >= vars.l[0])` },
  { name: "texts within walks", text: "vars.l.map(a, vars.text + vars.text).map(b, b + b).size() > 0" },
  { name: "a pattern", text: "vars.text.matches('(t+)+x')" },
  { name: "powers of a decimal", text: `record.a${" * record.a".repeat(150)} > record.a` },
  { name: "a division that never ends", text: `record.a${" / decimal('3')".repeat(120)} > record.a` },
  { name: "a long chain of or", text: `${"record.a > 5 || ".repeat(120)}false` },
  { name: "deep not", text: `${"!".repeat(200)}true` },
  { name: "deep brackets", text: `${"(".repeat(500)}1${")".repeat(500)} == 1` },
  { name: "deep lists", text: `${"[".repeat(500)}${"]".repeat(500)} == []` },
  { name: "deep choice", text: `${"true ? ".repeat(100)}true${" : false".repeat(100)}` },
  { name: "a huge number", text: `${"9".repeat(1_900)} > 1` },
  { name: "a long name", text: `record.${"a".repeat(1_900)} == 1` },
  { name: "a long text", text: `'${"x".repeat(1_900)}' == record.name` },
  { name: "five megabytes", text: `${"true && ".repeat(600_000)}true` },
  { name: "a way to the prototype", text: "vars.l.constructor == 1" },
];

describe("an expression that is meant to hang", () => {
  it.each(hostile)(
    "is refused or answered in a moment: $name",
    ({ text }) => {
      const expression = read(text);
      expect(expression === null ? "refused" : answerOf(expression)).not.toBe("");
    },
    MOMENT_MS,
  );

  it("is read or refused, answered or not, whatever it is put together from", () => {
    const atom = fc.constantFrom(
      "record.a",
      "vars.l",
      "vars.text",
      "'x'",
      "1",
      "0.5",
      "true",
      "null",
      "now",
      "item",
      "[]",
      "{}",
    );
    const { tree } = fc.letrec<{ tree: string }>((tie) => ({
      tree: fc.oneof(
        { maxDepth: 6, depthSize: "medium" },
        atom,
        fc
          .tuple(tie("tree"), fc.constantFrom("+", "-", "*", "/", "%", "==", "!=", "<", "&&", "||", "in"), tie("tree"))
          .map(([left, sign, right]) => `(${left} ${sign} ${right})`),
        fc
          .tuple(fc.constantFrom("all", "exists", "map", "filter"), tie("tree"), tie("tree"))
          .map(([walk, over, body]) => `${over}.${walk}(x, ${body})`),
        fc.tuple(tie("tree"), tie("tree"), tie("tree")).map(([test, yes, no]) => `(${test} ? ${yes} : ${no})`),
        tie("tree").map((inner) => `!${inner}`),
        tie("tree").map((inner) => `size(${inner})`),
        tie("tree").map((inner) => `decimal(${inner})`),
      ),
    }));
    fc.assert(
      fc.property(tree, (text) => {
        const expression = read(text);
        expect(expression === null ? "refused" : answerOf(expression)).not.toBe("");
        expect(expression === null ? 1 : whyFalse(expression, context).length).toBeGreaterThan(0);
      }),
    );
  });
});
