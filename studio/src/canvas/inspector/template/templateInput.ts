import type { LocalText } from "@sluice/problems";
import {
  type BlockValueType,
  expressionOfLocalTemplate,
  expressionOfTemplate,
  localTemplateOf,
  LONGEST_EXPRESSION,
  templateOf,
} from "@sluice/process";
import type { BlockInput } from "../widgets/blockInput.ts";

/** A text with fields in it, in one language or in both. */
export type Template = string | LocalText;

const isLocalText = (value: unknown): value is LocalText =>
  typeof value === "object" &&
  value !== null &&
  "en" in value &&
  "zh" in value &&
  typeof value.en === "string" &&
  typeof value.zh === "string";

/** Whether what goes into a block is a text that somebody writes. */
export const isWritten = (type: BlockValueType): boolean =>
  type === "text" || type === "longText" || type === "localText";

/** The text that an input writes, with its fields; null when it is no text but something that is worked out. */
export const templateIn = (input: BlockInput | undefined, type: BlockValueType): Template | null => {
  if (type === "localText") {
    if (input === undefined) return { en: "", zh: "" };
    if ("expression" in input) return localTemplateOf(input.expression);
    return typeof input.value === "string"
      ? { en: input.value, zh: input.value }
      : isLocalText(input.value)
        ? input.value
        : null;
  }
  if (!isWritten(type)) return null;
  if (input === undefined) return "";
  if ("expression" in input) return templateOf(input.expression);
  return typeof input.value === "string" ? input.value : null;
};

/** The input that a text with fields means: a fixed one without any, an expression with; none when it is empty. */
export const inputOfTemplate = (template: Template): BlockInput | undefined => {
  if (typeof template === "string") {
    const expression = expressionOfTemplate(template);
    return expression !== null ? { expression } : template === "" ? undefined : { value: template };
  }
  const { en, zh } = template;
  const expression = expressionOfLocalTemplate({ en, zh });
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
