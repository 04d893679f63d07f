import { compile, playStory, type ProcessDefinition, type RecordSchemas, wentWell } from "@sluice/process";

/** For tests: every moment of a process's stories that goes otherwise than it is told, with what was seen instead. */
export const otherwiseIn = (definition: ProcessDefinition, schemas: RecordSchemas) => {
  const plan = compile(definition, schemas);
  return (definition.stories ?? []).flatMap((story) =>
    playStory(plan, story)
      .moments.filter((moment) => !wentWell(moment))
      .map(({ when, verdicts, unexpected }) => ({
        story: story.name.en,
        when,
        unexpected,
        unmet: verdicts.filter(({ met }) => !met),
      })),
  );
};
