import type { ProcessDefinition } from "@sluice/process";
import { type Sayings, textIn } from "../sayings/sayings.ts";
import { spanWords } from "../sentences/spanWords.ts";
import { conditionLabel } from "../wires/wireLabel.ts";
import type { PressableFix } from "./fix.ts";

/** A text longer than this is cut where it stands on a button. */
const LONGEST = 72;

const cut = (text: string): string => (text.length > LONGEST ? `${text.slice(0, LONGEST - 1)}…` : text);

/** What a fix is called by what it does, and what more there is to know before it is pressed. */
export const fixWords = (
  sayings: Sayings,
  definition: ProcessDefinition,
  { does, steps = [], text, count, span, way }: PressableFix,
): { readonly label: string; readonly about: string } => {
  const { say, has } = sayings;
  const named = way ? conditionLabel(sayings, definition, way) : cut(textIn(sayings, text));
  const values = {
    steps: steps.map(({ id, name }) => textIn(sayings, name) || id).join(say("controls.saw.and")),
    text: named,
    ...(count === undefined ? {} : { count }),
    ...(span ? { span: spanWords(sayings, span) } : {}),
  };
  const more = has(`fixes.about.${does}`) ? `${say(`fixes.about.${does}`, values)} ` : "";
  return { label: say(`fixes.do.${does}`, values), about: `${more}${say("fixes.undo")}` };
};
