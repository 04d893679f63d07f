import { describe, expect, it } from "vitest";
import { listQuery, unknownNames } from "./listQuery.ts";

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
    {
      name: "hands what stands twice on to be refused",
      query: { sort: ["a", "b"], "filter[name]": ["a", "b"] },
      input: { sort: ["a", "b"], filter: { name: ["a", "b"] } },
    },
    {
      name: "hands a limit that is no number on to be refused",
      query: { limit: "many" },
      input: { limit: Number.NaN },
    },
  ])("$name", ({ query, input }) => {
    expect(listQuery(query)).toEqual(input);
  });
});

describe("unknownNames", () => {
  it.each([
    { name: "knows filters where they are taken", query: { "filter[a]": "1", sort: "a" }, unknown: [] },
    { name: "finds a misspelt one", query: { filters: "1", "filter[]": "x" }, unknown: ["filters", "filter[]"] },
    { name: "finds a word of another list", query: { status: "running" }, unknown: ["status"] },
  ])("$name", ({ query, unknown }) => {
    expect(unknownNames(query, ["cursor", "limit", "sort", "filter"])).toEqual(unknown);
  });

  it("takes no filter where there is none", () => {
    expect(unknownNames({ "filter[a]": "1" }, [])).toEqual(["filter[a]"]);
  });
});
