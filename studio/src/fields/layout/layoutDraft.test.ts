import { describe, expect, it } from "vitest";
import { HIDDEN, moveField, raiseSection, removeSection, stepTo, type Place } from "./layoutDraft.ts";

const title = { en: "S", zh: "区" };
const layout = {
  sections: [
    { title, fields: ["a", "b"] },
    { title, fields: ["c"] },
  ],
  hidden: ["h"],
};
const at = (section: number, place: number): Place => ({ section, at: place });
const said = (it: typeof layout | ReturnType<typeof moveField>): string =>
  `${it.sections.map(({ fields }) => fields.join("")).join("|")} ${it.hidden.join("")}`;

describe("a layout that is edited", () => {
  it.each([
    { name: "down within its section", from: at(0, 0), to: at(0, 1), after: "ba|c h" },
    { name: "into another section", from: at(0, 0), to: at(1, 0), after: "b|ac h" },
    { name: "to the end, however far it is thrown", from: at(0, 1), to: at(1, 9), after: "a|cb h" },
    { name: "out of sight", from: at(1, 0), to: at(HIDDEN, 1), after: "ab| hc" },
    { name: "into sight", from: at(HIDDEN, 0), to: at(0, 0), after: "hab|c " },
    { name: "nowhere when there is no such field", from: at(1, 5), to: at(0, 0), after: "ab|c h" },
  ])("takes a field $name", ({ from, to, after }) => {
    expect(said(moveField(layout, from, to))).toBe(after);
  });

  it.each([
    { name: "down", from: at(0, 0), step: 1 as const, to: at(0, 1) },
    { name: "over the border down", from: at(0, 1), step: 1 as const, to: at(1, 0) },
    { name: "over the border up", from: at(1, 0), step: -1 as const, to: at(0, 2) },
    { name: "not past the top", from: at(0, 0), step: -1 as const, to: at(0, 0) },
    { name: "not past the bottom", from: at(1, 0), step: 1 as const, to: at(1, 0) },
  ])("steps $name by a key", ({ from, step, to }) => {
    expect(stepTo(layout, from, step)).toEqual(to);
  });

  it("gives the fields of a section that goes to its neighbour, and keeps the last one", () => {
    expect(said(removeSection(layout, 1))).toBe("abc h");
    expect(said(removeSection(layout, 0))).toBe("cab h");
    expect(said(removeSection(removeSection(layout, 0), 0))).toBe("cab h");
  });

  it("changes the order of sections", () => {
    expect(said(raiseSection(layout, 1))).toBe("c|ab h");
    expect(said(raiseSection(layout, 0))).toBe("ab|c h");
  });
});
