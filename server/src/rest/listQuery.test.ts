import { describe, expect, it } from "vitest";
import { listQuery } from "./listQuery.ts";

describe("listQuery", () => {
  it.each([
    { name: "is empty for an empty query", query: {}, input: {} },
    {
      name: "reads a descending sort",
      query: { sort: "-updatedAt" },
      input: { sort: { field: "updatedAt", direction: "desc" } },
    },
    {
      name: "reads filters and words",
      query: { "filter[stage]": "draft", q: "柜" },
      input: { filter: { stage: "draft", q: "柜" } },
    },
    { name: "takes the first of many", query: { limit: ["10", "99"] }, input: { limit: 10 } },
    {
      name: "hands a limit that is no number on to be refused",
      query: { limit: "many" },
      input: { limit: Number.NaN },
    },
    { name: "ignores what it does not know", query: { drop: "table", "filter[]": "x" }, input: {} },
  ])("$name", ({ query, input }) => {
    expect(listQuery(query)).toEqual(input);
  });
});
