import {
  coverageOf,
  type Plan,
  playStory,
  type PlayedStory,
  type ProcessDefinition,
  type StoryCoverage,
} from "@sluice/process";

/** All stories of a draft as they went, and what they come past together. */
export interface PlayedStories {
  readonly played: readonly PlayedStory[];
  readonly coverage: StoryCoverage;
}

/** What playing the stories of a draft may take of the page's time. */
const LIMIT_MS = 1_000;

/** Plays the stories of a draft. One that is not done in time counts as failed; publishing plays them all again. */
export const playAll = (plan: Plan, { stories = [], ...definition }: ProcessDefinition): PlayedStories => {
  const until = performance.now() + LIMIT_MS;
  const played = stories.map((story) => playStory(plan, story, { isStopped: () => performance.now() > until }));
  return {
    played,
    coverage: coverageOf(
      definition,
      played.map(({ sighted }) => sighted),
    ),
  };
};
