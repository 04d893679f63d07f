import { toDecimalText } from "../../expression/decimal.ts";
import { operandsOf } from "../../nodes/branch/unaryTest.ts";
import { numbersAround } from "./naturalNumbers.ts";

const NUMBER = /^-?\d{1,60}(\.\d{1,60})?$/;
/** Comes right after a text: what lies between two texts that the cells name. */
const NEXT = "\u0001";

const ofNumbers = (texts: readonly string[]): readonly string[] =>
  numbersAround(texts, { isWhole: false, isShare: false, each: 1 }).map(toDecimalText);

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

/** Digits in groups of three, as both languages write them. */
const grouped = (number: string): string => {
  const [whole = "", fraction] = number.split(".");
  const groups = whole.replace(/\B(?=(\d{3})+$)/g, ",");
  return fraction === undefined ? groups : `${groups}.${fraction}`;
};

/** A sample as people read it: one that only stands for others is named as such. */
export const sampleText = (sample: string): { readonly en: string; readonly zh: string } => {
  if (sample === "" || sample.endsWith(NEXT)) return { en: "another text", zh: "其他文本" };
  const said = NUMBER.test(sample) ? grouped(sample) : `“${sample}”`;
  return { en: said, zh: said };
};
