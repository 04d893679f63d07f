import { describe, expect, it } from "vitest";
import { nearestName } from "./nearestName.ts";

describe("the name that was meant", () => {
  it.each<{ name: string; written: string; known: readonly string[]; meant: string | null }>([
    { name: "a key left out", written: "totl", known: ["total", "margin"], meant: "total" },
    { name: "two keys changed about", written: "totla", known: ["total", "margin"], meant: "total" },
    {
      name: "the same in a longer name",
      written: "effectiveDiscuont",
      known: ["effectiveDiscount"],
      meant: "effectiveDiscount",
    },
    { name: "other capitals", written: "Total", known: ["total"], meant: "total" },
    { name: "one key off a name of three", written: "anm", known: ["ann", "bob"], meant: "ann" },
    { name: "two keys off a name of three", written: "axx", known: ["ann", "bob"], meant: null },
    { name: "as near to two of them", written: "cat", known: ["bat", "rat"], meant: null },
    { name: "nearer to one of two", written: "grades", known: ["grade", "trade"], meant: "grade" },
    { name: "itself alone", written: "total", known: ["total"], meant: null },
    { name: "another letter", written: "x", known: ["y"], meant: null },
    { name: "Chinese names", written: "客户名", known: ["客户名称", "报价编号"], meant: "客户名称" },
    { name: "nothing known", written: "total", known: [], meant: null },
    { name: "something endless", written: "t".repeat(121), known: ["t".repeat(120)], meant: null },
  ])("$name", ({ written, known, meant }) => {
    expect(nearestName(written, known)).toBe(meant);
  });
});
