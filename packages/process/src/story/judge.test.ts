import { recordSchemas } from "@sluice/domain";
import { describe, expect, it } from "vitest";
import type { Expectation, StoryStep } from "../definition/story.ts";
import { compile } from "../kernel/compile.ts";
import { aProcess, taskOf } from "../simulate/aProcess.ts";
import { approve, aStory, plan, submit, whole } from "./aStory.ts";
import { playStory } from "./playStory.ts";

/** What is seen of one expectation after these steps. */
const seenAfter = (steps: readonly StoryStep[], expectation: Expectation) => {
  const last = steps.at(-1);
  const told = last ? [...steps.slice(0, -1), { ...last, expect: [expectation] }] : [];
  const { moments, passed } = playStory(plan, aStory(told, {}, last ? [] : [expectation]));
  return { passed, seen: moments.at(-1)?.verdicts[0]?.seen };
};

describe("what is expected of a story", () => {
  it.each<{ name: string; steps: StoryStep[]; expectation: Expectation; seen: unknown; passed: boolean }>([
    {
      name: "the stage it is in",
      steps: [],
      expectation: { see: "stage", stage: "asked" },
      seen: "asked",
      passed: true,
    },
    { name: "another stage", steps: [], expectation: { see: "stage", stage: "won" }, seen: "asked", passed: false },
    {
      name: "whom a step asks",
      steps: [submit],
      expectation: { see: "asked", at: "sign", who: ["bob"] },
      seen: ["bob"],
      passed: true,
    },
    {
      name: "that a step asks anybody",
      steps: [submit],
      expectation: { see: "asked", at: "sign" },
      seen: ["bob"],
      passed: true,
    },
    {
      name: "that it asks somebody else",
      steps: [submit],
      expectation: { see: "asked", at: "sign", who: ["ann", "bob"] },
      seen: ["bob"],
      passed: false,
    },
    {
      name: "that it asks before it does",
      steps: [],
      expectation: { see: "asked", at: "sign" },
      seen: null,
      passed: false,
    },
    { name: "that it asks nobody", steps: [], expectation: { see: "notAsked", at: "sign" }, seen: null, passed: true },
    {
      name: "that it asks nobody while it does",
      steps: [submit],
      expectation: { see: "notAsked", at: "sign" },
      seen: ["bob"],
      passed: false,
    },
    {
      name: "an effect that is wanted",
      steps: [submit, approve],
      expectation: { see: "wants", at: "mail" },
      seen: ["mail"],
      passed: true,
    },
    {
      name: "an effect that nobody wants yet",
      steps: [submit],
      expectation: { see: "wants", at: "mail" },
      seen: [],
      passed: false,
    },
    {
      name: "how it ended",
      steps: whole,
      expectation: { see: "ended", outcome: "won" },
      seen: { outcome: "won" },
      passed: true,
    },
    {
      name: "that it ended otherwise",
      steps: whole,
      expectation: { see: "ended", outcome: "lost" },
      seen: { outcome: "won" },
      passed: false,
    },
    {
      name: "that it ended while it runs",
      steps: [submit],
      expectation: { see: "ended", outcome: "won" },
      seen: null,
      passed: false,
    },
    {
      name: "a milestone",
      steps: whole,
      expectation: { see: "milestone", milestone: "tried.won" },
      seen: ["tried.won"],
      passed: true,
    },
    {
      name: "a field it set",
      steps: whole,
      expectation: { see: "field", path: "note", value: "done" },
      seen: "done",
      passed: true,
    },
    {
      name: "a field with another value",
      steps: whole,
      expectation: { see: "field", path: "note", value: "open" },
      seen: "done",
      passed: false,
    },
    {
      name: "a variable",
      steps: whole,
      expectation: { see: "variable", key: "file", value: "m1" },
      seen: "m1",
      passed: true,
    },
    {
      name: "a refusal",
      steps: [{ when: { do: "move", by: "bob", move: "submit" }, expect: [] }],
      expectation: { see: "refused", problem: "MOVE_NOT_YOURS" },
      seen: ["MOVE_NOT_YOURS"],
      passed: true,
    },
    {
      name: "another refusal than there is",
      steps: [{ when: { do: "move", by: "bob", move: "submit" }, expect: [] }],
      expectation: { see: "refused", problem: "GUARD_CLOSED" },
      seen: ["MOVE_NOT_YOURS"],
      passed: false,
    },
    {
      name: "a refusal of what is taken",
      steps: [submit],
      expectation: { see: "refused", problem: "GUARD_CLOSED" },
      seen: [],
      passed: false,
    },
  ])("sees $name", ({ steps, expectation, seen, passed }) => {
    expect(seenAfter(steps, expectation)).toEqual({ passed, seen });
  });
});

it("a task of several people asks all of them", () => {
  const shared = compile(
    aProcess({ stages: { work: { entry: "t", steps: { t: taskOf("bob", "ann") } } }, wires: [["start", "work"]] }),
    recordSchemas,
  );
  expect(playStory(shared, aStory([], {}, [{ see: "asked", at: "t", who: ["bob", "ann"] }])).passed).toBe(true);
});
