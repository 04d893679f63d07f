import type { RecordSchema } from "@sluice/domain";
import {
  coverageOf,
  playStory,
  type ProcessDefinition,
  type RecordSchemas,
  type StoryCoverage,
  storyFinding,
  storyVerdict,
  type StoryVerdict,
} from "@sluice/process";
import type { Finding } from "../../canvas/problems/finding.ts";
import { planFor } from "../planFor.ts";

/** All stories of a draft as they went, what they come past together, and which of them stand against publishing it. */
export interface PlayedStories {
  readonly verdicts: readonly StoryVerdict[];
  readonly coverage: StoryCoverage;
  readonly findings: readonly Finding[];
}

/** A draft whose stories are to be played. */
export interface StoriesOrder {
  readonly definition: ProcessDefinition;
  readonly schemas: readonly RecordSchema[];
}

interface Playing {
  /** True once they have taken long enough: what is not played by then counts as failed. */
  readonly isStopped: () => boolean;
  readonly onProgress: (done: number) => void;
}

/** Plays the stories of a draft, one after the other; null while the draft cannot run at all. Publishing plays them all again. */
export const playStories = (
  { definition, schemas }: StoriesOrder,
  { isStopped, onProgress }: Playing,
): PlayedStories | null => {
  const byType: RecordSchemas = Object.fromEntries(schemas.map((schema) => [schema.type, schema]));
  const plan = planFor(definition, byType);
  if (plan === null) return null;
  const { stories = [], ...drawn } = definition;
  const played = stories.map((story, index) => {
    const it = playStory(plan, story, { isStopped });
    onProgress(index + 1);
    return { story, index, verdict: storyVerdict(it), sighted: it.sighted };
  });
  return {
    verdicts: played.map(({ verdict }) => verdict),
    coverage: coverageOf(
      drawn,
      played.map(({ sighted }) => sighted),
    ),
    findings: played.flatMap(({ story, index, verdict }) =>
      verdict.passed ? [] : [storyFinding(story, index, verdict)],
    ),
  };
};
