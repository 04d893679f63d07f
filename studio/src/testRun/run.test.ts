import type { StoryGiven } from "@sluice/process";
import { describe, expect, it } from "vitest";
import { aRun, begunWith, changed, happened, lookedAt, type Run, runOf, toldSoFar } from "./run.ts";

const given: StoryGiven = {
  by: "rep",
  at: "2026-11-23T01:00:00.000Z",
  people: [{ id: "rep", roles: ["rep"] }],
  record: { total: "1.00" },
  expect: [],
};
const move = (name: string) => ({ do: "move", by: "rep", move: name }) as const;
const two: Run = happened(happened(aRun(given), move("submit")), move("send"));
const eventsOf = ({ story }: Run) => story.steps.map(({ when }) => when);

describe("a run", () => {
  it("goes on from the moment that is looked at; what came after it is no more", () => {
    expect(eventsOf(two)).toEqual([move("submit"), move("send")]);
    const other = happened(lookedAt(two, 1), move("reopen"));
    expect(eventsOf(other)).toEqual([move("submit"), move("reopen")]);
    expect(other.at).toBe(2);
  });

  it.each([
    { name: "its beginning", at: 0, looked: 0 },
    { name: "before its beginning", at: -1, looked: 0 },
    { name: "its end", at: 2, looked: 2 },
    { name: "past its end", at: 3, looked: 2 },
  ])("is looked at as far as it goes: $name", ({ at, looked }) => {
    const run = lookedAt(two, at);
    expect(run.at).toBe(looked);
    expect(toldSoFar(run).steps).toHaveLength(looked);
    expect(eventsOf(run)).toEqual(eventsOf(two));
  });

  it("takes a changed record for what it begins as, until something has happened", () => {
    const begun = changed(aRun(given), { fields: { total: "2.00" }, rules: { "quote.costSigned": [] } });
    expect(begun.story.given).toMatchObject({ record: { total: "2.00" }, rules: { "quote.costSigned": [] } });
    expect(begun.story.steps).toEqual([]);
  });

  it("takes it for something that happens afterwards, once for changes in a row", () => {
    const once = changed(two, { fields: { total: "2.00" } });
    const twice = changed(once, { fields: { note: "late" } });
    expect(eventsOf(twice).at(-1)).toEqual({ do: "change", fields: { total: "2.00", note: "late" }, rules: {} });
    expect(twice.at).toBe(3);
    expect(twice.story.given.record).toEqual(given.record);
  });

  it("begins again with other people", () => {
    const run = begunWith(two, { by: "ann", people: [{ id: "ann", roles: [] }] });
    expect([run.at, eventsOf(run), run.story.given.by]).toEqual([0, [], "ann"]);
  });

  it("is opened from a story at its end, or at one of its moments", () => {
    expect([runOf(two.story).at, runOf(two.story, 1).at, runOf(two.story).of]).toEqual([2, 1, "run"]);
  });
});
