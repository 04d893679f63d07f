import fc from "fast-check";
import { describe, expect, it } from "vitest";
import type { Story, StoryStep } from "../definition/story.ts";
import { approve, aStory, inADay, mailed, plan, submit, whole } from "./aStory.ts";
import { playStory } from "./playStory.ts";
import { proposalsFor } from "./propose.ts";
import { refusedMoves } from "./replayed.ts";

/** The story as it is saved when everything that is proposed is ticked. */
const allTicked = (story: Story): Story => {
  const { moments } = playStory(plan, story);
  const proposed = moments.map((moment, at) =>
    proposalsFor(moment, moments[at - 1] ?? null).map(({ expectation }) => expectation),
  );
  return {
    ...story,
    given: { ...story.given, expect: proposed[0] ?? [] },
    steps: story.steps.map((step, at) => ({ ...step, expect: proposed[at + 1] ?? [] })),
  };
};

const usualAfter = (steps: readonly StoryStep[]) => {
  const { moments } = playStory(plan, aStory(steps));
  const last = moments.at(-1);
  return last === undefined
    ? []
    : proposalsFor(last, moments.at(-2) ?? null)
        .filter(({ isUsual }) => isUsual)
        .map(({ expectation }) => expectation);
};

describe("what a run proposes to expect", () => {
  it.each([
    { name: "at its beginning", steps: [], expected: [{ see: "stage", stage: "asked" }] },
    { name: "where somebody is asked", steps: [submit], expected: [{ see: "asked", at: "sign", who: ["bob"] }] },
    {
      name: "where somebody is done and an effect is wanted",
      steps: [submit, approve],
      expected: [
        { see: "notAsked", at: "sign" },
        { see: "wants", at: "mail" },
      ],
    },
    {
      name: "at its end",
      steps: whole,
      expected: [
        { see: "stage", stage: "won" },
        { see: "milestone", milestone: "tried.won" },
        { see: "ended", outcome: "won" },
      ],
    },
    {
      name: "where something is refused",
      steps: [{ when: { do: "move" as const, by: "bob", move: "submit" }, expect: [] }],
      expected: [{ see: "refused", problem: "MOVE_NOT_YOURS" }],
    },
    {
      name: "where nothing comes of it",
      steps: [{ when: { do: "pass" as const, span: inADay }, expect: [] }],
      expected: [],
    },
  ])("is what is new $name", ({ steps, expected }) => {
    expect(usualAfter(steps)).toEqual(expected);
  });

  it("is met by the run itself, whatever happened in it", () => {
    const steps = fc.array(
      fc.constantFrom<StoryStep>(
        ...whole,
        mailed,
        { when: { do: "pass", span: { ...inADay, amount: 10 } }, expect: [] },
        { when: { do: "effect", at: "mail", ends: { as: "unknown" } }, expect: [] },
        { when: { do: "change", fields: { total: "1.00" } }, expect: [] },
        { when: { do: "act", by: "bob", at: "sign", act: { do: "reject" } }, expect: [] },
      ),
      { maxLength: 8 },
    );
    fc.assert(
      fc.property(steps, (told) => {
        expect(playStory(plan, allTicked(aStory(told))).passed).toBe(true);
      }),
      { numRuns: 60 },
    );
  });
});

it.each([
  {
    name: "to whoever may take it, with its guard's reason",
    by: "ann",
    total: "0.00",
    codes: { submit: ["GUARD_CLOSED"], drop: [] },
  },
  { name: "to whoever may take it", by: "ann", total: "1.00", codes: { submit: [], drop: [] } },
  {
    name: "to somebody else",
    by: "bob",
    total: "1.00",
    codes: { submit: ["MOVE_NOT_YOURS"], drop: ["MOVE_NOT_YOURS"] },
  },
])("tells what refuses each move $name", ({ by, total, codes }) => {
  const refused = refusedMoves(plan, aStory([], { record: { total } }), by);
  expect(Object.fromEntries([...refused].map(([move, problems]) => [move, problems.map(({ code }) => code)]))).toEqual(
    codes,
  );
});
