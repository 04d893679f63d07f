import { Exact, toDecimalText } from "../../expression/decimal.ts";
import { operandsOf } from "../../nodes/branch/unaryTest.ts";

const NUMBER = /^-?\d{1,60}(\.\d{1,60})?$/;
/** Comes right after a text: what lies between two texts that the cells name. */
const NEXT = "\u0001";

const ofNumbers = (texts: readonly string[]): readonly string[] => {
  const sorted = texts.map((text) => new Exact(text)).toSorted((a, b) => a.cmp(b));
  const between = sorted.slice(1).map((to, index) => to.plus(sorted[index] ?? to).div(2));
  const [least, most] = [sorted[0], sorted.at(-1)];
  return [...(least ? [least.minus(1)] : []), ...sorted, ...between, ...(most ? [most.plus(1)] : [])].map(
    toDecimalText,
  );
};

const ofTexts = (texts: readonly string[]): readonly string[] => ["", ...texts.flatMap((text) => [text, text + NEXT])];

/**
 * Values that stand for all that a column can hold: cells tell none of the others apart. `choices` are all there can be, when
 * that is known. Empty values are no part of it.
 */
export const columnSamples = (cells: readonly string[], choices: readonly string[] | null): readonly string[] => {
  if (choices !== null) return choices;
  const operands = [...new Set(cells.flatMap(operandsOf))];
  if (operands.length === 0) return ["0"];
  if (operands.every((it) => it === "true" || it === "false")) return ["true", "false"];
  return [...new Set(operands.every((it) => NUMBER.test(it)) ? ofNumbers(operands) : ofTexts(operands))];
};

/** A sample as people read it: one that only stands for others is named as such. */
export const sampleText = (sample: string): { readonly en: string; readonly zh: string } =>
  sample === "" || sample.endsWith(NEXT)
    ? { en: "another text", zh: "其他文本" }
    : { en: `“${sample}”`, zh: `“${sample}”` };
