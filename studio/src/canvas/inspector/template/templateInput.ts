import {
  type BlockValueType,
  expressionOfLocalTemplate,
  expressionOfTemplate,
  languageOfWords,
  type LocalTemplate,
  localTemplateOf,
  LONGEST_EXPRESSION,
  templateOf,
  type WrittenText,
} from "@sluice/process";
import { isLocalText } from "../../../text/isLocalText.ts";
import type { BlockInputChoice } from "../../sayings/catalogue.ts";
import type { BlockInput } from "../widgets/blockInput.ts";

/** A text with fields in it and how its values stand there, in one language or in both. */
export type Template = WrittenText | LocalTemplate;

/** Whether a text is written in both languages. */
export const isInBoth = (template: Template): template is LocalTemplate => "text" in template;

type Written = Pick<BlockInputChoice, "type" | "isExact">;

/** Whether what goes into a block is a text that somebody writes. */
export const isWritten = (type: BlockValueType): boolean =>
  type === "text" || type === "longText" || type === "localText";

/** How the values of a text that has none yet will stand in it: as people say them in its language, or exact for a program. */
const fresh = (template: string, { isExact }: Written): WrittenText => ({
  template,
  said: isExact ? null : languageOfWords(template),
});

/** The text that an input writes, with its fields; null when it is no text but something that is worked out. */
export const templateIn = (input: BlockInput | undefined, choice: Written): Template | null => {
  if (choice.type === "localText") {
    if (input !== undefined && "expression" in input) return localTemplateOf(input.expression);
    const value = input === undefined ? "" : input.value;
    if (typeof value === "string") return { text: { en: value, zh: value }, isKept: false };
    return isLocalText(value) ? { text: value, isKept: false } : null;
  }
  if (!isWritten(choice.type)) return null;
  if (input === undefined) return fresh("", choice);
  if ("expression" in input) return templateOf(input.expression);
  return typeof input.value === "string" ? fresh(input.value, choice) : null;
};

/** The text with other words: its values are said in the language of these, unless somebody has chosen how they are. */
export const reworded = ({ template, said }: WrittenText, words: string): WrittenText => ({
  template: words,
  said: said === languageOfWords(template) ? languageOfWords(words) : said,
});

/** The input that a text with fields means: a fixed one without any, an expression with; none when it is empty. */
export const inputOfTemplate = (template: Template): BlockInput | undefined => {
  if (!isInBoth(template)) {
    const expression = expressionOfTemplate(template.template, template.said);
    return expression !== null ? { expression } : template.template === "" ? undefined : { value: template.template };
  }
  const { en, zh } = template.text;
  const expression = expressionOfLocalTemplate(template);
  if (expression !== null) return { expression };
  return en === "" && zh === "" ? undefined : { value: { en, zh } };
};

const LONGEST_WORDS = 20_000;

/** Whether a text may become this long: with fields in it, it is an expression, which has its limit. */
export const isShortEnough = (template: Template): boolean => {
  const input = inputOfTemplate(template);
  if (input === undefined) return true;
  return "expression" in input
    ? input.expression.length <= LONGEST_EXPRESSION
    : JSON.stringify(input.value).length <= LONGEST_WORDS;
};
