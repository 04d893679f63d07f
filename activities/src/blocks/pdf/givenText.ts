import { machineReason } from "@sluice/problems";
import type { Json } from "@sluice/process";
import { withHyphens } from "./printed.ts";

/** Characters that a text may have: three pages of Chinese. */
const LONGEST_TEXT = 6_000;
/** Lines that a text may have, a run of empty ones counted once: four pages. */
const MOST_LINES = 200;
const LINE_END = /\r\n?|[\n\v\f\u0085\u2028\u2029]/u;

type GivenText = { readonly text: string } | { readonly reason: string };

/** What stands for it in a language, else in the other; undefined for what is no text at all. */
const said = (given: Json | undefined, language: "en" | "zh"): string | undefined => {
  if (given === null || given === undefined) return "";
  if (typeof given === "string") return given;
  if (typeof given !== "object" || Array.isArray(given)) return undefined;
  const { en, zh } = given as { readonly [key: string]: Json };
  const texts = (language === "zh" ? [zh, en] : [en, zh]).filter((text) => text !== undefined && text !== null);
  if (texts.length === 0 || !texts.every((text) => typeof text === "string")) return undefined;
  return texts.find((text) => text !== "") ?? "";
};

const isEmpty = (line: string | undefined): boolean => line?.trim() === "";

/**
 * Answers a text as it is printed in a language, or the reason why it is not: it is never left out in silence.
 *
 * Nothing given is nothing. Where it is not said in the language it is printed in the other. Empty lines that follow each other
 * are one.
 */
export const givenText = (given: Json | undefined, language: "en" | "zh"): GivenText => {
  const whole = said(given, language);
  if (whole === undefined) return { reason: machineReason("textIsNone") };
  const lines = withHyphens(whole.trim())
    .split(LINE_END)
    .filter((line, index, all) => !isEmpty(line) || !isEmpty(all[index - 1]));
  const text = lines.map((line) => (isEmpty(line) ? "" : line)).join("\n");
  if (text.length > LONGEST_TEXT || lines.length > MOST_LINES) return { reason: machineReason("textTooLong") };
  return { text };
};
