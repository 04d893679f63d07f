import { wentWell, type PlayedStory } from "./playStory.ts";

/** How a story went, in short. */
export interface StoryVerdict {
  /** The story's id. */
  readonly story: string;
  readonly passed: boolean;
  /** Where it first goes otherwise than it is told: 0 at its beginning, else the number of the thing that happens; null where it passed. */
  readonly failsAt: number | null;
  /** It could not be played further than there: too much happened, or time was up. */
  readonly isCut: boolean;
}

/** How a played story went, in short. */
export const storyVerdict = ({ story, moments, passed }: PlayedStory): StoryVerdict => {
  const at = moments.findIndex((moment) => !wentWell(moment));
  return { story: story.id, passed, failsAt: at === -1 ? null : at, isCut: moments[at]?.isCut ?? false };
};
