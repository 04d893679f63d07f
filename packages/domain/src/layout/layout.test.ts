import { describe, expect, it } from "vitest";
import { recordSchemas } from "../recordSchemas.ts";
import type { Layout } from "./layout.ts";
import { readLayout } from "./readLayout.ts";
import { sectionsOf } from "./sectionsOf.ts";

const { customer } = recordSchemas;
const title = { en: "Who", zh: "主体" };
const section = (...fields: readonly string[]) => ({ title, fields });
const usual = ["name", "grade", "phone", "note"];

describe("a layout that an admin saves", () => {
  const reasonsOf = (given: Readonly<Record<string, unknown>>) =>
    readLayout(given, customer).problems.map(({ values }) => values["reason"]);

  it.each<{
    readonly name: string;
    readonly takes: Readonly<Record<string, unknown>>;
    readonly refuses: Readonly<Record<string, unknown>>;
    readonly reason: string;
  }>([
    {
      name: "sections with both names",
      takes: { sections: [section("name")] },
      refuses: { sections: [{ title: { en: "Who", zh: "" }, fields: ["name"] }] },
      reason: "badSections",
    },
    {
      name: "twenty sections",
      takes: { sections: Array.from({ length: 20 }, () => section()) },
      refuses: { sections: Array.from({ length: 21 }, () => section()) },
      reason: "badSections",
    },
    {
      name: "fields that there are",
      takes: { sections: [section("name", "grade")] },
      refuses: { sections: [section("name", "colour")] },
      reason: "unknownField",
    },
    {
      name: "each field once",
      takes: { sections: [section("name"), section("grade")], hidden: ["phone"] },
      refuses: { sections: [section("name"), section("grade")], hidden: ["grade"] },
      reason: "repeatedField",
    },
    {
      name: "no hidden field that must be filled in",
      takes: { sections: [section("name")], hidden: ["grade"] },
      refuses: { sections: [section("grade")], hidden: ["name"] },
      reason: "neededField",
    },
  ])("has $name", ({ takes, refuses, reason }) => {
    expect(reasonsOf(takes)).toEqual([]);
    expect(reasonsOf(refuses)).toEqual([reason]);
  });
});

describe("the cards of a page", () => {
  const cards = (layout: Layout | null) => sectionsOf(customer, layout, usual).map(({ paths }) => paths.join(" "));

  it.each<{ readonly name: string; readonly layout: Layout | null; readonly shown: readonly string[] }>([
    { name: "one of all fields without a layout", layout: null, shown: ["name grade phone note"] },
    {
      name: "in the layout's order, what it does not name last",
      layout: { sections: [section("note", "name"), section("grade")], hidden: [] },
      shown: ["note name", "grade phone"],
    },
    {
      name: "without what is hidden, and without empty ones",
      layout: { sections: [section("phone"), section("name")], hidden: ["grade", "note", "phone"] },
      shown: ["name"],
    },
    {
      name: "with a hidden field that must be filled in by now",
      layout: { sections: [section("grade")], hidden: ["name", "phone", "note"] },
      shown: ["grade name"],
    },
    {
      name: "without what is no field of the page any more",
      layout: { sections: [section("c_gone", "name", "total")], hidden: [] },
      shown: ["name grade phone note"],
    },
  ])("$name", ({ layout, shown }) => {
    expect(cards(layout)).toEqual(shown);
  });
});
