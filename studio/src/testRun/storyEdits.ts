import type { LocalText } from "@sluice/problems";
import type { Expectation, ProcessDefinition, Story } from "@sluice/process";
import type { Edit } from "../canvas/model/edited.ts";
import { freshId } from "../canvas/model/freshId.ts";

const withStories = (definition: ProcessDefinition, stories: readonly Story[]): ProcessDefinition => {
  const { stories: _before, ...rest } = definition;
  return stories.length === 0 ? rest : { ...rest, stories: [...stories] };
};

const editing =
  (change: (stories: readonly Story[]) => readonly Story[]): Edit =>
  (definition) => ({ definition: withStories(definition, change(definition.stories ?? [])) });

/** Saves a story: in the place of the one it was opened from, else behind the others under an id of its own. */
export const saveStory = (story: Story, inPlaceOf: string | null): Edit =>
  editing((stories) => {
    if (inPlaceOf !== null && stories.some(({ id }) => id === inPlaceOf))
      return stories.map((it) => (it.id === inPlaceOf ? { ...story, id: inPlaceOf } : it));
    return [...stories, { ...story, id: freshId(new Set(stories.map(({ id }) => id)), "story") }];
  });

/** Calls a story otherwise. */
export const renameStory = (id: string, name: LocalText): Edit =>
  editing((stories) => stories.map((it) => (it.id === id ? { ...it, name } : it)));

/** Takes a story away. */
export const removeStory = (id: string): Edit => editing((stories) => stories.filter((it) => it.id !== id));

/** A run as a story: what is expected at its beginning, and after each thing that happened. */
export const toldAs = (story: Story, name: LocalText, expected: readonly (readonly Expectation[])[]): Story => ({
  ...story,
  name,
  given: { ...story.given, expect: [...(expected[0] ?? [])] },
  steps: story.steps.map((step, at) => ({ ...step, expect: [...(expected[at + 1] ?? [])] })),
});
