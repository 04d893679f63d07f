import { type Control, controlSentence, type ProcessDefinition } from "@sluice/process";
import { conditionSentence } from "../sayings/conditionSentence.ts";
import { type Sayings, textIn } from "../sayings/sayings.ts";

/** A control point as the reader reads it: names in their language, its condition as a sentence where it is comparisons. */
export const controlWords = (sayings: Sayings, definition: ProcessDefinition, control: Control): string => {
  const condition = (when: string) => {
    const said = conditionSentence(sayings, { when });
    return { en: said, zh: said };
  };
  const said = textIn(sayings, controlSentence(definition, control, condition));
  return said.charAt(0).toUpperCase() + said.slice(1);
};
