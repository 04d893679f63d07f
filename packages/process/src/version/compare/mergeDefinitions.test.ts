import fc from "fast-check";
import { describe, expect, it } from "vitest";
import type { ProcessDefinition } from "../../definition/processDefinition.ts";
import { readDefinition } from "../../definition/readDefinition.ts";
import type { Story } from "../../definition/story.ts";
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
import { mergeDefinitions, type Merge } from "./mergeDefinitions.ts";
import type { Choice } from "./merging.ts";

const merged = (mine: readonly Act[], theirs: readonly Act[], choices: Record<string, Choice> = {}): Merge =>
  mergeDefinitions({ base: aDrawing, mine: drawnOn(aDrawing, mine), theirs: drawnOn(aDrawing, theirs) }, choices);
const aStoryOf = (at: string): Story => ({
  id: "asUsual",
  name: { en: "As usual", zh: "照常" },
  given: { by: "ann", at: "2027-01-04T01:00:00.000Z", people: [], record: {}, expect: [] },
  steps: [{ when: { do: "act", by: "ann", at, act: { do: "claim" } }, expect: [] }],
});
const nodeOf = ({ definition }: Merge, id: string) => definition.nodes.find((node) => node.id === id);
const conflictsOf = ({ conflicts }: Merge) => conflicts.map(({ key, kind }) => `${kind}: ${key}`);
const isWhole = (definition: ProcessDefinition) => readDefinition(JSON.parse(JSON.stringify(definition)));

describe("merging two people's changes", () => {
  it.each<{ name: string; mine: Act; theirs: Act; conflicts: readonly string[] }>([
    { name: "different steps", mine: rename("write", "one"), theirs: give("legal", "two"), conflicts: [] },
    {
      name: "different settings of one step",
      mine: rename("legal", "one"),
      theirs: give("legal", "two"),
      conflicts: [],
    },
    { name: "the same change", mine: give("legal", "two"), theirs: give("legal", "two"), conflicts: [] },
    {
      name: "the same setting otherwise",
      mine: give("legal", "one"),
      theirs: give("legal", "two"),
      conflicts: ["bothChanged: legal · who"],
    },
    { name: "where it is drawn", mine: shift("legal", 1), theirs: shift("legal", 2), conflicts: [] },
    { name: "taken away and drawn elsewhere", mine: remove("sign"), theirs: shift("sign", 2), conflicts: [] },
    {
      name: "taken away and changed",
      mine: remove("sign"),
      theirs: give("sign", "two"),
      conflicts: ["removedByMine: sign"],
    },
    {
      name: "built on what was taken away",
      mine: follow("sign", "extra", "one"),
      theirs: remove("sign"),
      conflicts: ["removedByTheirs: sign"],
    },
    {
      name: "a step put into a stage that was taken away",
      mine: remove("draft"),
      theirs: follow("read", "extra", "one"),
      conflicts: ["removedByMine: draft", "removedByMine: read"],
    },
  ])("$name", ({ mine, theirs, conflicts }) => {
    expect(conflictsOf(merged([mine], [theirs]))).toEqual(conflicts);
  });

  it("says what both changed, and takes whichever side is chosen", () => {
    const [mine, theirs] = [[give("legal", "one")], [give("legal", "two")]];
    const { conflicts } = merged(mine, theirs);
    const who = (choice: Choice) => nodeOf(merged(mine, theirs, { "legal · who": choice }), "legal");

    expect(conflicts).toMatchObject([{ path: "who", mine: [{ role: "one" }], theirs: [{ role: "two" }] }]);
    expect([who("mine"), who("theirs")]).toMatchObject([{ who: [{ role: "one" }] }, { who: [{ role: "two" }] }]);
  });

  it("keeps both of two different steps that were given one id", () => {
    const both = merged([follow("write", "extra", "one")], [follow("sign", "extra", "two")]);

    expect([nodeOf(both, "extra"), nodeOf(both, "extra2")]).toMatchObject([
      { stage: "draft", who: [{ role: "one" }] },
      { stage: "review", who: [{ role: "two" }] },
    ]);
    expect(both.definition.edges.slice(-2)).toMatchObject([
      { from: "sign", to: "extra2" },
      { from: "write", to: "extra" },
    ]);
    expect(both.adjusted.map(({ what, id }) => [what, id])).toEqual([
      ["renamed", "extra2"],
      ["renamed", "to-extra2"],
    ]);
  });

  it("lets stories and control points name what was renamed by its new id", () => {
    const told: Act = (definition) => ({
      ...definition,
      controls: [{ id: "once", must: "atMostOnce", point: { at: "step", step: "extra" } }],
      stories: [aStoryOf("extra")],
    });
    const { definition } = merged(
      [follow("write", "extra", "one")],
      [remove("sign"), follow("legal", "extra", "two"), told],
    );

    expect(JSON.stringify([definition.controls, definition.stories?.[0]?.steps])).not.toContain('"extra"');
    expect(definition.controls).toMatchObject([{ point: { step: "extra2" } }]);
    expect(definition.stories).toMatchObject([{ steps: [{ when: { at: "extra2" } }] }]);
  });

  it("brings back with a stage all that stood in it, when it is kept", () => {
    const [mine, theirs] = [[remove("draft")], [follow("read", "extra", "one")]];
    const kept = merged(mine, theirs, { draft: "theirs" });

    expect(diffDefinitions(drawnOn(aDrawing, theirs), kept.definition)).toEqual([]);
  });

  it("brings back with a changed step the wires that went with it, when it is kept", () => {
    const [mine, theirs] = [[give("read", "one")], [remove("read")]];
    const wires = (choice: Choice) => merged(mine, theirs, { read: choice }).definition.edges.map(({ id }) => id);

    expect([wires("mine"), wires("theirs")]).toEqual([
      ["w1", "w2", "w3", "w4"],
      ["w1", "w4"],
    ]);
  });

  it("tells what it left out, because what it stands on is gone", () => {
    const { definition, adjusted } = merged([remove("draft")], [follow("read", "extra", "one")]);

    expect(diffDefinitions(drawnOn(aDrawing, [remove("draft")]), definition)).toEqual([]);
    expect(adjusted).toContainEqual({ what: "leftOut", of: "node", id: "extra" });
  });

  const acts = fc.array(anAct, { maxLength: 6 });
  const numRuns = Math.ceil((fc.readConfigureGlobal().numRuns ?? 100) / 4);

  it("leaves what only one side changed as it is", () => {
    fc.assert(
      fc.property(acts, (mine) => {
        const drawn = drawnOn(aDrawing, mine);
        const one = mergeDefinitions({ base: aDrawing, mine: drawn, theirs: aDrawing });
        const other = mergeDefinitions({ base: aDrawing, mine: aDrawing, theirs: drawn });
        const same = mergeDefinitions({ base: aDrawing, mine: drawn, theirs: drawn });
        for (const { definition, conflicts } of [one, other, same]) {
          expect(definition).toEqual(drawn);
          expect(conflicts).toEqual([]);
        }
      }),
      { numRuns },
    );
  });

  it("keeps the changes of both where they are to different things", () => {
    const inDraft = fc.constantFrom(
      rename("write", "one"),
      give("read", "one"),
      shift("read", 3),
      follow("write", "extra", "one"),
      remove("read"),
    );
    const inReview = fc.constantFrom(
      rename("review", "two"),
      give("legal", "two"),
      remove("back"),
      follow("legal", "other", "two"),
      remove("sign"),
    );
    fc.assert(
      fc.property(fc.array(inDraft, { maxLength: 4 }), fc.array(inReview, { maxLength: 4 }), (mine, theirs) => {
        const both = merged(mine, theirs);
        expect(both.conflicts).toEqual([]);
        expect(diffDefinitions(drawnOn(aDrawing, [...mine, ...theirs]), both.definition)).toEqual([]);
      }),
      { numRuns },
    );
  });

  it("is whole however its conflicts are decided", () => {
    fc.assert(
      fc.property(
        acts,
        acts,
        fc.array(fc.constantFrom<Choice>("mine", "theirs"), { minLength: 20, maxLength: 20 }),
        (mine, theirs, sides) => {
          const { conflicts } = merged(mine, theirs);
          const choices = Object.fromEntries(conflicts.map(({ key }, at) => [key, sides[at % sides.length] as Choice]));
          const decided = merged(mine, theirs, choices);
          expect(isWhole(decided.definition)).toEqual({ definition: decided.definition });
        },
      ),
      { numRuns },
    );
  });
});
