import { describe, expect, it } from "vitest";
import { WORK_LIMIT, workOf } from "./assertBounded.ts";
import { parseExpression, runEnvironment } from "./expression.ts";

const workIn = (text: string): number => workOf(runEnvironment.parse(text).ast);
const isTaken = (text: string): boolean => {
  try {
    return parseExpression(text).text === text;
  } catch (cause) {
    if (cause instanceof RangeError) return false;
    throw cause;
  }
};
const sums = (count: number): string => `vars.l.all(a, ${"a + ".repeat(count)}a >= 0)`;
const products = (length: number): string =>
  `vars.l.all(a, [${Array.from({ length }, (_, at) => at).join(", ")}].all(b, a * b >= 0))`;

describe("the work of an expression", () => {
  it.each([
    { name: "a look", text: "record.a", work: 2 },
    { name: "a sum", text: "record.a + 1", work: 7 },
    { name: "a walk over a plain list", text: "[1, 2].all(a, a > 0)", work: 10 },
    { name: "a walk over a field, at its longest", text: "vars.l.all(a, a > 0)", work: 1_503 },
    { name: "a walk over two lists put together", text: "(vars.l + vars.l).all(a, a > 0)", work: 3_009 },
    { name: "a walk over the pieces of a text", text: "vars.t.split(',').all(a, a > '')", work: 30_045 },
  ])("counts $name", ({ text, work }) => {
    expect(workIn(text)).toBe(work);
  });

  it.each([
    { name: "long sums", last: sums(19), next: sums(20) },
    { name: "walks in walks", last: products(10), next: products(11) },
    { name: "two walks of five hundred", last: "vars.l.all(a, a >= 0)", next: "vars.l.all(a, vars.l.all(b, a >= b))" },
    { name: "lists as texts", last: "vars.l.all(a, a >= '')", next: "vars.l.all(a, text(vars.l) >= a)" },
    {
      name: "lists put together",
      last: "(vars.l + vars.l).all(a, a >= 0)",
      next: `(vars.l${" + vars.l".repeat(60)}).all(a, a >= 0)`,
    },
  ])("bounds $name", ({ last, next }) => {
    expect([isTaken(last), isTaken(next)]).toEqual([true, false]);
    expect([workIn(last) <= WORK_LIMIT, workIn(next) > WORK_LIMIT]).toEqual([true, true]);
  });

  it.each([
    { name: "a field's text", text: "vars.t.trim().split(',').size() > 1", taken: true },
    { name: "a text put together from a list", text: "vars.l.join('').split('n').size() > 1", taken: false },
    { name: "what `text` put together", text: "text(vars.l).split('n').size() > 1", taken: false },
    { name: "one put together on the way", text: "(vars.l.join('') + 'n').trim().split('n').size() > 1", taken: false },
  ])("splits $name: $taken", ({ text, taken }) => {
    expect(isTaken(text)).toBe(taken);
  });
});
