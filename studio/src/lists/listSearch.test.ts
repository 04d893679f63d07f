import { describe, expect, it } from "vitest";
import { readListSearch } from "./listSearch.ts";

describe("readListSearch", () => {
  it.each([
    {
      name: "keeps what fits",
      raw: { q: "pump", sort: "name", desc: true, filters: { grade: "A" } },
      read: { q: "pump", sort: "name", desc: true, filters: { grade: "A" } },
    },
    { name: "leaves out what is empty", raw: { q: " ", filters: { grade: "" } }, read: {} },
    { name: "leaves out what is of another kind", raw: { q: 7, sort: null, filters: "x", stage: ["a"] }, read: {} },
    { name: "keeps that it shows what was deleted", raw: { deleted: true }, read: { deleted: true } },
    { name: "leaves out what is only nearly deleted", raw: { deleted: "true" }, read: {} },
    { name: "needs no direction", raw: { sort: "name" }, read: { sort: "name", desc: false } },
  ])("$name", ({ raw, read }) => {
    expect(readListSearch(raw)).toEqual(read);
  });
});
