import fc from "fast-check";
import { describe, expect, it } from "vitest";
import type { ProcessDefinition } from "../../definition/processDefinition.ts";
import {
  aDrawing,
  anAct,
  drawnOn,
  follow,
  give,
  remove,
  rename,
  shift,
  type Act,
} from "../../simulate/random/aDrawing.ts";
import { diffDefinitions } from "./diffDefinitions.ts";
import { drawnTogether } from "./drawnTogether.ts";
import { definitionOf, elementsOf } from "./elements.ts";

const changesAfter = (...acts: readonly Act[]) =>
  diffDefinitions(aDrawing, drawnOn(aDrawing, acts)).map(
    ({ kind, of, id, settings }) => `${[kind, of, id].join(" ")}: ${settings.map(({ path }) => path).join(", ")}`,
  );
const asText = (acts: readonly Act[]): ProcessDefinition =>
  JSON.parse(JSON.stringify(drawnOn(aDrawing, acts))) as ProcessDefinition;

describe("the changes between two versions", () => {
  it.each<{ name: string; acts: readonly Act[]; changes: readonly string[] }>([
    { name: "nothing", acts: [], changes: [] },
    {
      name: "a name, in each language",
      acts: [rename("write", "one")],
      changes: ["changed node write: name.en, name.zh"],
    },
    { name: "who is asked", acts: [give("legal", "one")], changes: ["changed node legal: who"] },
    { name: "only where it is drawn", acts: [shift("legal", 1)], changes: ["moved node legal: "] },
    {
      name: "drawn elsewhere and given to others",
      acts: [shift("legal", 1), give("legal", "one")],
      changes: ["changed node legal: who"],
    },
    {
      name: "a new step and its wire",
      acts: [follow("legal", "extra", "one")],
      changes: ["added node extra: ", "added edge to-extra: "],
    },
    {
      name: "a step that is gone, with what named it",
      acts: [remove("sign")],
      changes: ["removed edge w4: ", "removed node sign: ", "removed control first: "],
    },
    { name: "a move of a stage", acts: [remove("back")], changes: ["removed move back: "] },
  ])("$name", ({ acts, changes }) => {
    expect(changesAfter(...acts).toSorted()).toEqual(changes.toSorted());
  });

  it("says what a setting was and is", () => {
    expect(diffDefinitions(aDrawing, drawnOn(aDrawing, [give("legal", "one")]))[0]?.settings).toEqual([
      { path: "who", before: [{ by: "role", role: "cat" }], after: [{ by: "role", role: "one" }] },
    ]);
  });

  it("takes no order for a change", () => {
    const turned = { ...aDrawing, nodes: aDrawing.nodes.toReversed(), edges: aDrawing.edges.toReversed() };

    expect(diffDefinitions(aDrawing, turned)).toEqual([]);
  });

  const acts = fc.array(anAct, { maxLength: 6 });

  it("loses nothing taking a definition apart", () => {
    fc.assert(
      fc.property(acts, (drawn) => {
        const definition = asText(drawn);
        expect(definitionOf(elementsOf(definition))).toEqual(definition);
      }),
    );
  });

  it("reads backwards as what it says forwards", () => {
    const turned = { added: "removed", removed: "added", changed: "changed", moved: "moved" } as const;
    fc.assert(
      fc.property(acts, acts, (one, other) => {
        const [before, after] = [drawnOn(aDrawing, one), drawnOn(aDrawing, other)];
        const back = diffDefinitions(after, before).map(({ kind, of, id }) => `${turned[kind]} ${of} ${id}`);
        expect(
          diffDefinitions(before, after)
            .map(({ kind, of, id }) => `${kind} ${of} ${id}`)
            .toSorted(),
        ).toEqual(back.toSorted());
      }),
    );
  });
});

describe("two versions drawn together", () => {
  it("has everything that either has", () => {
    const acts = fc.array(anAct, { maxLength: 6 });
    fc.assert(
      fc.property(acts, (drawn) => {
        const after = drawnOn(aDrawing, drawn);
        const both = drawnTogether(aDrawing, after);
        const missing = (from: ProcessDefinition) =>
          diffDefinitions(both, from)
            .filter(({ kind }) => kind === "added")
            .map(({ id }) => id);
        expect([missing(aDrawing), missing(after)]).toEqual([[], []]);
      }),
    );
  });
});
