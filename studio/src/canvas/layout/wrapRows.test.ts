import { type ProcessDefinition, processDefinitionSchema } from "@sluice/process";
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { drawn, tidiedBands } from "../fixture/drawn.ts";
import { bottomOf, rightOf } from "./box.ts";
import { measures } from "./measures.ts";

const named = (id: string) => ({ en: id, zh: id });

/** A process of one stage with these wires between tasks (and branches, by a name that begins with `b`). */
const aProcess = (wires: readonly (readonly [string, string])[]): ProcessDefinition => {
  const ids = [...new Set(wires.flat())];
  return processDefinitionSchema.parse({
    format: 2,
    key: "wide",
    name: named("wide"),
    kind: "side",
    recordType: "quote",
    nodes: [
      { id: "start", kind: "start", name: named("start"), trigger: { on: "manual" } },
      { id: "open", kind: "stage", key: "open", order: 0, name: named("open"), entry: ids[0] },
      ...ids.map((id) =>
        id.startsWith("b")
          ? { id, kind: "branch", stage: "open", name: named(id) }
          : { id, kind: "task", stage: "open", name: named(id), who: [{ by: "owner" }] },
      ),
    ],
    edges: wires.map(([from, to], index) => ({ id: `e${index}`, from, to })),
  });
};

const chain = (length: number) => Array.from({ length: length - 1 }, (_each, at) => [`t${at}`, `t${at + 1}`] as const);

const rowsOf = async (definition: ProcessDefinition): Promise<readonly string[]> => {
  const { layout } = await drawn(definition, "en");
  return (layout.bands[0]?.rows ?? []).map(({ ids }) => [...ids].sort().join(" "));
};

const bundle = Array.from({ length: 5 }, (_each, column) =>
  ["x", "y", "z"].map((lane) => [column === 0 ? "b" : `${lane}${column - 1}`, `${lane}${column}`] as const),
).flat();

describe("a band that is too wide", () => {
  it.each([
    { name: "four steps stand in one row", wires: chain(4), rows: ["t0 t1 t2 t3"] },
    { name: "a fifth begins the next", wires: chain(5), rows: ["t0 t1 t2 t3", "t4"] },
    { name: "nine make three rows", wires: chain(9), rows: ["t0 t1 t2 t3", "t4 t5 t6 t7", "t8"] },
    {
      name: "is cut before its ways part, not through them",
      wires: [...chain(4), ["t3", "b"], ["b", "u"], ["b", "v"]] as const,
      rows: ["t0 t1 t2 t3", "b u v"],
    },
    {
      name: "ways side by side that never meet are not cut",
      wires: bundle,
      rows: ["x0 x1 x2 x3 x4", "b y0 y1 y2 y3 y4", "z0 z1 z2 z3 z4"],
    },
  ])("$name", async ({ wires, rows }) => {
    expect(await rowsOf(aProcess(wires))).toEqual(rows);
  });

  it("keeps every step, apart from each other and in the band, whatever leads where", async () => {
    const someWires = fc
      .array(fc.tuple(fc.integer({ min: 0, max: 13 }), fc.integer({ min: 0, max: 13 })), {
        minLength: 1,
        maxLength: 22,
      })
      .map((pairs) =>
        pairs
          .filter(([from, to]) => from !== to)
          .map(([from, to]) => [`${from % 4 === 1 ? "b" : "t"}${from}`, `${to % 4 === 1 ? "b" : "t"}${to}`] as const),
      )
      .filter((wires) => wires.length > 0);
    await fc.assert(
      fc.asyncProperty(someWires, async (wires) => {
        const definition = aProcess(wires);
        const tidied = await tidiedBands(definition);
        const { layout } = await drawn(definition, "en");
        const [band] = layout.bands;
        const boxes = [...(band?.boxes.values() ?? [])];

        expect(Object.keys(tidied["open"]?.[0]?.places ?? {}).sort()).toEqual([...new Set(wires.flat())].sort());
        for (const [at, box] of boxes.entries()) {
          expect(box.x).toBeGreaterThanOrEqual(measures.band.left);
          expect(bottomOf(box)).toBeLessThan(bottomOf(band?.box ?? box));
          expect(rightOf(box)).toBeLessThan(rightOf(band?.box ?? box));
          for (const other of boxes.slice(at + 1)) {
            const apart =
              rightOf(box) <= other.x ||
              rightOf(other) <= box.x ||
              bottomOf(box) <= other.y ||
              bottomOf(other) <= box.y;
            expect(apart).toBe(true);
          }
        }
      }),
      { numRuns: 25 },
    );
  });
});
