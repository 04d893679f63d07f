import { describe, expect, it } from "vitest";
import { typedFilter } from "./typedFilter.ts";

describe("typedFilter", () => {
  it.each<{ name: string; type: string; given: object; is: object }>([
    { name: "reads yes and no", type: "product", given: { active: "true" }, is: { active: true } },
    { name: "leaves what is neither, to be refused", type: "product", given: { active: "yes" }, is: { active: "yes" } },
    { name: "reads a whole number", type: "quote", given: { revision: "2" }, is: { revision: 2 } },
    { name: "leaves text that looks like a number", type: "product", given: { sku: "100" }, is: { sku: "100" } },
    { name: "leaves what it does not know", type: "product", given: { constructor: "1" }, is: { constructor: "1" } },
  ])("$name", ({ type, given, is }) => {
    expect(typedFilter(type, given)).toEqual(is);
  });
});
