import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { measured } from "../../bpmn/read/measure.ts";
import type { ProcessDefinition } from "../../definition/processDefinition.ts";
import { aDrawing, anAct, drawnOn, rename } from "../../simulate/random/aDrawing.ts";
import { pictureOf } from "./pictureOf.ts";
import { fitted, widthOf } from "./textFit.ts";

const idsIn = (picture: string): readonly string[] =>
  [...picture.matchAll(/ id="(?:stage|step|wire|move)-([^"]+)"/g)].map(([, id]) => id as string).toSorted();
const idsOf = ({ nodes, edges }: ProcessDefinition): readonly string[] =>
  [
    ...nodes.flatMap((node) => [node.id, ...(node.kind === "stage" ? node.moves.map(({ id }) => id) : [])]),
    ...edges.map(({ id }) => id),
  ].toSorted();

describe("the picture of a process", () => {
  it("shows every stage, step, wire and move, whatever is drawn", () => {
    fc.assert(
      fc.property(fc.array(anAct, { maxLength: 6 }), (acts) => {
        const definition = drawnOn(aDrawing, acts);
        const picture = pictureOf(definition, "en");
        expect(idsIn(picture)).toEqual(idsOf(definition));
        expect(measured(picture)).toBe("fits");
      }),
      { numRuns: 200 },
    );
  });

  it("lies within its frame", () => {
    const picture = pictureOf(aDrawing, "en");
    const [left = 0, top = 0, width = 0, height = 0] = (/viewBox="([^"]+)"/.exec(picture)?.[1] ?? "")
      .split(" ")
      .map(Number);
    const corners = [...picture.matchAll(/points="([^"]+)"/g)].flatMap(([, points = ""]) =>
      points.split(" ").map((point) => point.split(",").map(Number)),
    );

    expect(corners.length).toBeGreaterThan(10);
    expect(corners.filter(([x = 0, y = 0]) => x < left || x > left + width || y < top || y > top + height)).toEqual([]);
  });

  it("speaks one language, the other where a name is missing in it", () => {
    const named = { ...aDrawing, name: { en: "Credit", zh: "信用" } };
    const half = { ...aDrawing, name: { en: "Credit", zh: "" } };

    expect([named, half].map((it) => /<title>([^<]*)/.exec(pictureOf(it, "zh"))?.[1])).toEqual(["信用", "Credit"]);
  });

  it("holds nothing that runs, whatever a name is", () => {
    const picture = pictureOf(drawnOn(aDrawing, [rename("write", '<script>alert(1)</script>"&')]), "en");

    expect(picture).not.toContain("<script");
    expect(picture).toContain("&lt;script&gt;");
  });

  it.each([
    { text: "short", width: 100, fits: "short" },
    { text: "a name that is much too long", width: 60, fits: "a name…" },
    { text: "特价审批流程", width: 40, fits: "特价…" },
  ])("cuts $text to what fits", ({ text, width, fits }) => {
    expect(fitted(text, width, 13)).toBe(fits);
    expect(widthOf(fitted(text, width, 13), 13)).toBeLessThanOrEqual(width);
  });
});
