import { describe, expect, it } from "vitest";
import { openAt, refusedWith } from "../../simulate/aCase.ts";
import { anApproval, cameTo, say, type Said, type Settings } from "../../simulate/anApproval.ts";

const [approve, reject] = ["approve", "reject"] as const;

describe("the modes of an approval", () => {
  it.each<{ name: string; mode: Settings["mode"]; said: Said[]; outcome: string }>([
    { name: "any: the first yes decides", mode: { by: "any" }, said: [["bob", approve]], outcome: "won" },
    { name: "any: the first no decides", mode: { by: "any" }, said: [["bob", reject]], outcome: "lost" },
    {
      name: "any, no needs all: one no leaves it open",
      mode: { by: "any", rejectNeedsAll: true },
      said: [
        ["ann", reject],
        ["bob", reject],
      ],
      outcome: "open",
    },
    {
      name: "any, no needs all: the last no decides",
      mode: { by: "any", rejectNeedsAll: true },
      said: [
        ["ann", reject],
        ["bob", reject],
        ["cat", reject],
      ],
      outcome: "lost",
    },
    {
      name: "any, no needs all: a yes after a no decides",
      mode: { by: "any", rejectNeedsAll: true },
      said: [
        ["ann", reject],
        ["bob", approve],
      ],
      outcome: "won",
    },
    {
      name: "all: not before the last",
      mode: { by: "all" },
      said: [
        ["ann", approve],
        ["bob", approve],
      ],
      outcome: "open",
    },
    {
      name: "all: with the last",
      mode: { by: "all" },
      said: [
        ["ann", approve],
        ["bob", approve],
        ["cat", approve],
      ],
      outcome: "won",
    },
    {
      name: "all: the first no decides",
      mode: { by: "all" },
      said: [
        ["ann", approve],
        ["bob", reject],
      ],
      outcome: "lost",
    },
    {
      name: "sequential: in turn",
      mode: { by: "sequential" },
      said: [
        ["ann", approve],
        ["bob", approve],
        ["cat", approve],
      ],
      outcome: "won",
    },
    {
      name: "sequential: nobody out of turn",
      mode: { by: "sequential" },
      said: [
        ["bob", approve],
        ["cat", approve],
      ],
      outcome: "open",
    },
    {
      name: "quorum of two: not with one",
      mode: { by: "quorum", count: 2 },
      said: [["cat", approve]],
      outcome: "open",
    },
    {
      name: "quorum of two: with two",
      mode: { by: "quorum", count: 2 },
      said: [
        ["cat", approve],
        ["ann", approve],
      ],
      outcome: "won",
    },
    {
      name: "quorum of two: lost as soon as two cannot be had",
      mode: { by: "quorum", count: 2 },
      said: [
        ["cat", reject],
        ["ann", reject],
      ],
      outcome: "lost",
    },
    {
      name: "quorum of 66 %: two of three",
      mode: { by: "quorum", share: 66 },
      said: [
        ["cat", approve],
        ["ann", approve],
      ],
      outcome: "won",
    },
    {
      name: "quorum of 67 %: needs three of three",
      mode: { by: "quorum", share: 67 },
      said: [
        ["cat", approve],
        ["ann", approve],
      ],
      outcome: "open",
    },
    {
      name: "weighted: half of the weight",
      mode: { by: "weighted", share: 50, weights: { ann: 3, bob: 1, cat: 2 } },
      said: [["ann", approve]],
      outcome: "won",
    },
    {
      name: "weighted: just under half",
      mode: { by: "weighted", share: 51, weights: { ann: 3, bob: 1, cat: 2 } },
      said: [["ann", approve]],
      outcome: "open",
    },
    {
      name: "weighted: lost when the weight cannot be had",
      mode: { by: "weighted", share: 51, weights: { ann: 3, bob: 1, cat: 2 } },
      said: [["ann", reject]],
      outcome: "lost",
    },
  ])("$name", ({ mode, said, outcome }) => {
    const simulation = anApproval(["ann", "bob", "cat"], { mode: mode ?? { by: "all" } });

    say(simulation, said);

    expect([cameTo(simulation), openAt(simulation).length === 0]).toEqual([outcome, outcome !== "open"]);
  });

  it.each<{ name: string; mode: NonNullable<Settings["mode"]> }>([
    { name: "more voices than people", mode: { by: "quorum", count: 2 } },
    { name: "no weight at all", mode: { by: "weighted", share: 50, weights: { ann: 0 } } },
  ])("ask nobody where $name are needed: that is no verdict", ({ mode }) => {
    expect(refusedWith(anApproval(["ann"], { mode }))).toEqual(["NOBODY_FOUND"]);
  });
});
