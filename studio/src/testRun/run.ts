import type { Json, Story, StoryEvent, StoryGiven } from "@sluice/process";

/** A case that is tried out: a story whose end is not told yet, and the moment of it that is looked at. */
export interface Run {
  readonly story: Story;
  /** 0 is its beginning, 1 after the first thing that happened, and so on. */
  readonly at: number;
  /** The story it was opened from, whose place it takes when it is saved. */
  readonly of: string | null;
}

const RUN_NAME = { en: "Test run", zh: "试运行" };

/** A run at its beginning. */
export const aRun = (given: StoryGiven): Run => ({
  story: { id: "run", name: RUN_NAME, given, steps: [] },
  at: 0,
  of: null,
});

/** A story as a run, at one of its moments; at its end where none is named. */
export const runOf = (story: Story, at = story.steps.length): Run => ({ story, at, of: story.id });

/** The story as far as it is looked at. */
export const toldSoFar = ({ story, at }: Run): Story => ({ ...story, steps: story.steps.slice(0, at) });

/** Lets something happen at the moment that is looked at; what came after it is no more. */
export const happened = (run: Run, when: StoryEvent): Run => {
  const story = toldSoFar(run);
  return { ...run, story: { ...story, steps: [...story.steps, { when, expect: [] }] }, at: run.at + 1 };
};

/** Looks at another moment. */
export const lookedAt = (run: Run, at: number): Run => ({
  ...run,
  at: Math.max(0, Math.min(at, run.story.steps.length)),
});

/** Begins from something else; everything that happened happens again on it. */
export const givenAnew = (run: Run, given: Partial<StoryGiven>): Run => ({
  ...run,
  story: { ...run.story, given: { ...run.story.given, ...given } },
});

/** Begins with other people: what the former ones did is no more. */
export const begunWith = (run: Run, firm: Partial<StoryGiven>): Run => {
  const { story, ...rest } = givenAnew(run, firm);
  return { ...rest, story: { ...story, steps: [] }, at: 0 };
};

interface Change {
  readonly fields?: { readonly [path: string]: Json };
  readonly rules?: NonNullable<StoryGiven["rules"]>;
}

/** Somebody changes the record: what it begins as while nothing has happened yet, else as something that happens. Changes in a row are one. */
export const changed = (run: Run, { fields = {}, rules = {} }: Change): Run => {
  const { given, steps } = run.story;
  const typed = fields as StoryGiven["record"];
  if (run.at === 0)
    return givenAnew(run, { record: { ...given.record, ...typed }, rules: { ...given.rules, ...rules } });
  const before = steps[run.at - 1]?.when;
  const event: StoryEvent = {
    do: "change",
    fields: { ...(before?.do === "change" ? before.fields : {}), ...typed },
    rules: { ...(before?.do === "change" ? before.rules : {}), ...rules },
  };
  return happened(before?.do === "change" ? { ...run, at: run.at - 1 } : run, event);
};
