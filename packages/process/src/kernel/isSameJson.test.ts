import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { isSameJson } from "./isSameJson.ts";
import type { Json } from "./json.ts";

/** The same value with its keys in the order in which Postgres keeps them: shorter ones first. */
const asKept = (value: Json): Json => {
  if (Array.isArray(value)) return value.map((it) => asKept(it as Json));
  if (typeof value !== "object" || value === null) return value;
  return Object.fromEntries(
    Object.entries(value)
      .toSorted(([one], [other]) => one.length - other.length || (one < other ? -1 : 1))
      .map(([key, it]) => [key, asKept(it as Json)]),
  );
};

describe("isSameJson", () => {
  it.each<{ name: string; one: Json; other: Json; is: boolean }>([
    {
      name: "keys in another order",
      one: { effectiveDiscount: "0.2", total: "1" },
      other: { total: "1", effectiveDiscount: "0.2" },
      is: true,
    },
    { name: "another value", one: { total: "1" }, other: { total: "2" }, is: false },
    { name: "a key more", one: { a: null }, other: {}, is: false },
    { name: "another key", one: { a: 1 }, other: { b: 1 }, is: false },
    { name: "a list in another order", one: [1, 2], other: [2, 1], is: false },
    { name: "a longer list", one: [1], other: [1, 2], is: false },
    { name: "a list and an object", one: [], other: {}, is: false },
    { name: "nothing and an object", one: null, other: {}, is: false },
    { name: "a number and its text", one: 1, other: "1", is: false },
  ])("$name: $is", ({ one, other, is }) => {
    expect(isSameJson(one, other)).toBe(is);
  });

  it("is true of any value and itself as a database keeps it", () => {
    fc.assert(
      fc.property(fc.jsonValue(), (value) => {
        const given = JSON.parse(JSON.stringify(value)) as Json;
        expect(isSameJson(given, asKept(given))).toBe(true);
      }),
    );
  });
});
