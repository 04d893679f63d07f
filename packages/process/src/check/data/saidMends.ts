import { expressionOfLocalTemplate, localTemplateOf } from "../../expression/localTemplate.ts";
import type { Range } from "../../expression/pathUses.ts";
import { expressionOfTemplate, languageOfWords, templateOf } from "../../expression/template.ts";
import type { ExpressionFault } from "./expressionFault.ts";
import { mendedText } from "./mendedText.ts";

type Mend = Pick<ExpressionFault, "replacement" | "mended">;

/** Where a value is put into a text: the whole call, and the value in its brackets. */
export interface PutAt {
  readonly call: Range;
  readonly value: Range;
}

/** The name of the record that a value points to, in the place of its id. */
export const named = (text: string, { call, value }: PutAt, titleField: string): Mend => {
  const name = `${text.slice(value.start, value.end)}.?${titleField}`;
  return {
    replacement: text.slice(call.start, value.start) + name + text.slice(value.end, call.end),
    mended: mendedText(text, [value], () => name),
  };
};

/** The value as it is kept in the place of what says it; a text as before, so that whatever it is compared with still fits. */
export const kept = (text: string, { call, value }: PutAt): Mend => {
  const replacement = `text(${text.slice(value.start, value.end)})`;
  return { replacement, mended: mendedText(text, [call], () => replacement) };
};

/** All values of the text as people say them: one text has one way. Nothing where it is more than a text with fields. */
export const said = (text: string): Mend => {
  const one = templateOf(text);
  const both = one === null ? localTemplateOf(text) : null;
  const mended =
    one === null
      ? both && expressionOfLocalTemplate({ ...both, isKept: false })
      : expressionOfTemplate(one.template, languageOfWords(one.template));
  return mended === null ? {} : { mended };
};
