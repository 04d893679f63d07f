import { recordSchemas } from "@sluice/domain";
import { compile, playStory, type Story } from "@sluice/process";
import { describe, expect, it } from "vitest";
import { aQuoteProcess } from "../canvas/fixture/aQuoteProcess.ts";
import { freshGiven, nextMonday } from "./freshGiven.ts";
import { picksFor } from "./picks.ts";
import { aRun, changed, happened } from "./run.ts";
import { removeStory, renameStory, saveStory, toldAs } from "./storyEdits.ts";
import { coverageTrail, trailOf } from "./trailOf.ts";

const drawn = aQuoteProcess();
const plan = compile(drawn, recordSchemas);
const role = (key: string) => ({ key, label: key });
const given = freshGiven({ roles: ["rep", "salesManager", "finance"].map(role) }, 0);
const run = happened(changed(aRun(given), { rules: { "quote.costSigned": [{ code: "COST_NOT_SIGNED" }] } }), {
  do: "move",
  by: "rep",
  move: "submit",
});
const { moments } = playStory(plan, run.story);
const named = (name: string, id = "story"): Story => ({ ...run.story, id, name: { en: name, zh: name } });

describe("a run that is saved", () => {
  it("proposes what was new at each moment, ticked; its values are there to be ticked", () => {
    const picks = picksFor(moments, run.story, null);
    expect(picks[0]?.filter(({ isTicked }) => isTicked).map(({ expectation }) => expectation.see)).toContain("stage");
    expect(picks[1]).toEqual([{ expectation: { see: "refused", problem: "COST_NOT_SIGNED" }, isTicked: true }]);
  });

  it("keeps what the story it was opened from expects, and ticks nothing else of it but what would fail", () => {
    const told = toldAs(run.story, run.story.name, [[{ see: "stage", stage: "draft" }], []]);
    const picks = picksFor(moments, told, told);
    expect(picks[0]?.filter(({ isTicked }) => isTicked)).toEqual([
      { expectation: { see: "stage", stage: "draft" }, isTicked: true },
    ]);
    expect(picks[1]?.map(({ isTicked }) => isTicked)).toEqual([true]);
  });

  it("stands in the draft under an id of its own, or in the place of the story it was opened from", () => {
    const one = saveStory(named("One", "run"), null)(drawn).definition;
    const two = saveStory(named("Two", "run"), null)(one).definition;
    const other = saveStory(named("Other", "run"), "story")(two).definition;
    expect(two.stories?.map(({ id, name }) => [id, name.en])).toEqual([
      ["story", "One"],
      ["story2", "Two"],
    ]);
    expect(other.stories?.map(({ id, name }) => [id, name.en])).toEqual([
      ["story", "Other"],
      ["story2", "Two"],
    ]);
    expect(renameStory("story2", { en: "New", zh: "新" })(two).definition.stories?.[1]?.name.zh).toBe("新");
    expect(removeStory("story2")(removeStory("story")(two).definition).definition).toEqual(drawn);
  });

  it("is drawn as far as it went; what stories do not come past is left out", () => {
    expect(trailOf(moments, "begin").open).toEqual(new Set(["write"]));
    expect(trailOf(moments, "begin").visited).toEqual(new Set(["begin", "draft", "write"]));
    const covered = { all: 2, met: 1, missing: ["b"] };
    const trail = coverageTrail({ nodes: ["a", "b"], ways: ["a"] }, { nodes: covered, ways: covered, guards: covered });
    expect([trail.visited, trail.taken, trail.open]).toEqual([new Set(["a"]), new Set(["a"]), new Set()]);
  });
});

it.each([
  { name: "on a Monday at nine", now: "2026-11-23T01:00:00.000Z", monday: "2026-11-23T01:00:00.000Z" },
  { name: "a moment later", now: "2026-11-23T01:00:00.001Z", monday: "2026-11-30T01:00:00.000Z" },
  { name: "on a Sunday", now: "2026-11-29T23:00:00.000Z", monday: "2026-11-30T01:00:00.000Z" },
])("a run begins next Monday at nine in Shanghai: $name", ({ now, monday }) => {
  expect(nextMonday(Date.parse(now))).toBe(monday);
});
