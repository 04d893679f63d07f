import type { LocalText } from "@sluice/problems";
import { error, type Finding } from "../check/finding.ts";
import type { ProcessDefinition } from "../definition/processDefinition.ts";
import type { Story } from "../definition/story.ts";
import { compile } from "../kernel/compile.ts";
import type { RecordSchemas } from "../kernel/recordSchemas.ts";
import type { PlayBounds } from "./happen.ts";
import { playStory } from "./playStory.ts";
import { storyVerdict, type StoryVerdict } from "./storyVerdict.ts";

const failsWords = (name: LocalText, at: number, isCut: boolean): LocalText => {
  const where = { en: at > 0 ? `at its step ${at}` : "at its beginning", zh: at > 0 ? `在第${at}步` : "在开始时" };
  return isCut
    ? {
        en: `The story “${name.en}” is more than can be played: it was stopped ${where.en}.`,
        zh: `用例“${name.zh}”过长，${where.zh}停止。`,
      }
    : { en: `The story “${name.en}” goes otherwise ${where.en}.`, zh: `用例“${name.zh}”${where.zh}与预期不符。` };
};

/** What is wrong with a definition whose story, at this place among them, does not go as it was written. */
export const storyFinding = (
  { name }: Pick<Story, "name">,
  index: number,
  { failsAt, isCut }: Pick<StoryVerdict, "failsAt" | "isCut">,
): Finding => {
  const at = failsAt ?? 0;
  return error(
    "STORY_FAILS",
    { path: `stories.${index}${at > 0 ? `.steps.${at - 1}` : ""}` },
    {
      ...failsWords(name, at, isCut),
      fix: { en: "Mend the process, or change what the story expects.", zh: "请修正流程，或修改用例的预期。" },
    },
  );
};

/** Plays every story of a definition that has no errors: one finding for each that does not go as it was written. */
export const storyFindings = (
  definition: ProcessDefinition,
  { schemas, ...bounds }: PlayBounds & { readonly schemas: RecordSchemas },
): readonly Finding[] => {
  const { stories = [] } = definition;
  if (stories.length === 0) return [];
  const plan = compile(definition, schemas);
  return stories.flatMap((story, index) => {
    const played = playStory(plan, story, bounds);
    return played.passed ? [] : [storyFinding(story, index, storyVerdict(played))];
  });
};
