import type { Expectation, Story, StoryEvent } from "../definition/story.ts";
import type { Plan } from "../kernel/plan.ts";
import { sightedIn, type Sighted } from "./coverage.ts";
import type { Happened, PlayBounds } from "./happen.ts";
import { incidentsIn, judgeExpectation } from "./judge.ts";
import { snapshotOf, type PlayedMoment, type Snapshot } from "./playedMoment.ts";
import { beginCase, happenAt, newCase } from "./replayed.ts";

/** A story as it went: one moment for its beginning and one for each thing that happened. */
export interface PlayedStory {
  readonly story: Story;
  readonly moments: readonly PlayedMoment[];
  /** Everything that was expected stood, and nothing else was refused or went wrong. */
  readonly passed: boolean;
  readonly sighted: Sighted;
}

/** The most that the kernel may do in one story. */
const STEP_LIMIT = 3_000;

const unexpectedIn = (snapshot: Snapshot, expected: readonly Expectation[]): PlayedMoment["unexpected"] => {
  const isExpected = (see: "refused" | "incident", code: string): boolean =>
    expected.some((it) => it.see === see && it.problem === code);
  const refused = snapshot.refusals.some(({ code }) => isExpected("refused", code)) ? [] : snapshot.refusals;
  const incidents = incidentsIn(snapshot).filter((code) => !isExpected("incident", code));
  return [...refused, ...incidents.map((code) => ({ code: code as PlayedMoment["unexpected"][number]["code"] }))];
};

/** Whether a moment went as it was written. */
export const wentWell = ({ verdicts, unexpected, isCut }: PlayedMoment): boolean =>
  !isCut && unexpected.length === 0 && verdicts.every(({ met }) => met);

/**
 * Plays a story on a plan with the kernel that runs cases, in the small world that it brings along. Pure and bounded: a story in
 * which too much happens is cut short, which counts as failed; `isStopped` ends it early in the same way.
 *
 * What goes wrong ends nothing: the story goes on, so that everything that is not as expected is known at once.
 */
export const playStory = (plan: Plan, story: Story, bounds: PlayBounds = {}): PlayedStory => {
  const { given } = story;
  const simulation = newCase(plan, given, bounds.names);
  const moments: PlayedMoment[] = [];
  const keep = (when: StoryEvent | null, expected: readonly Expectation[], act: () => Happened): boolean => {
    const from = { steps: simulation.steps.length, taken: simulation.sightings.taken.length };
    const { refusals, isCut } = act();
    const snapshot = snapshotOf(simulation, from, refusals);
    const verdicts = expected.map((expectation) => judgeExpectation(snapshot, expectation));
    const isTooLong = isCut || simulation.steps.length > STEP_LIMIT || (bounds.isStopped?.() ?? false);
    moments.push({ ...snapshot, when, verdicts, unexpected: unexpectedIn(snapshot, expected), isCut: isTooLong });
    return !isTooLong;
  };
  if (keep(null, given.expect, () => beginCase(simulation, given)))
    story.steps.every((step, index) =>
      keep(step.when, step.expect, () => happenAt(simulation, story, step, { ...bounds, index })),
    );
  return { story, moments, passed: moments.every(wentWell), sighted: sightedIn(simulation) };
};
