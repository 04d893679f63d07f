import type { ProcessDefinition } from "@sluice/process";
import type { Edit } from "../../model/edited.ts";
import { freshId } from "../../model/freshId.ts";
import { setField } from "../../model/setField.ts";
import { pathOf } from "../../problems/finding.ts";
import { fix, type Fixes } from "../fix.ts";

const removeStory =
  (index: number): Edit =>
  (definition) => {
    const { stories = [], ...rest } = definition;
    const left = stories.filter((_story, at) => at !== index);
    return { definition: left.length === 0 ? rest : { ...rest, stories: left } };
  };

const storyAt = ({ stories = [] }: ProcessDefinition, path: readonly (string | number)[]) => {
  const index = Number(path[1]);
  const story = path[0] === "stories" ? stories[index] : undefined;
  return story && { story, index };
};

/** A story under the id of another: it gets one of its own; the very same one is taken away. */
export const storyTwice: Fixes = (definition, finding) => {
  const found = storyAt(definition, pathOf(finding));
  if (!found) return [];
  const { story, index } = found;
  const stories = definition.stories ?? [];
  const isSame = stories.slice(0, index).some((other) => JSON.stringify(other) === JSON.stringify(story));
  if (isSame) return [fix("removeStory", removeStory(index), { text: story.name })];
  const id = freshId(new Set(stories.map((other) => other.id)), story.id.slice(0, 50));
  return [fix("nameIt", setField("", ["stories", index, "id"], id), { text: id })];
};

/** A story that speaks of what is not there: what it expects of it is left out, or the story is taken away. */
export const storyUnknown: Fixes = (definition, finding) => {
  const path = pathOf(finding);
  const found = storyAt(definition, path);
  if (!found) return [];
  const { story, index } = found;
  const isExpected = path.at(-2) === "expect";
  return [
    isExpected ? fix("expectLess", setField("", path, undefined), { text: story.name }) : null,
    fix("removeStory", removeStory(index), { text: story.name }),
  ];
};
