import { parseExpression } from "../../expression/expression.ts";

/** What people write for the signs of the language: full-width signs, signs of arithmetic, words, and other languages' signs. */
const SLIPS: readonly (readonly [RegExp, string])[] = [
  [/（/gu, "("],
  [/）/gu, ")"],
  [/，/gu, ","],
  [/＞/gu, ">"],
  [/＜/gu, "<"],
  [/＝/gu, "="],
  [/！/gu, "!"],
  [/≥/gu, ">="],
  [/≤/gu, "<="],
  [/≠|<>/gu, "!="],
  [/!={2,}/gu, "!="],
  [/={3,}/gu, "=="],
  [/(?<![=!<>])=(?!=)/gu, "=="],
  [/\s+(?:and|且)\s+/giu, " && "],
  [/\s+(?:or|或)\s+/giu, " || "],
];

const QUOTED = /("[^"]*"|'[^']*')/u;

const unslipped = (text: string): string =>
  text
    .replaceAll(/[“”]/gu, '"')
    .replaceAll(/[‘’]/gu, "'")
    .split(QUOTED)
    .map((part, index) =>
      index % 2 === 1 ? part : SLIPS.reduce((said, [slip, sign]) => said.replaceAll(slip, sign), part),
    )
    .join("");

const closed = (text: string): string => {
  const bare = text
    .split(QUOTED)
    .filter((_part, index) => index % 2 === 0)
    .join("");
  const open = bare.split("(").length - bare.split(")").length;
  return open > 0 && open <= 5 ? text + ")".repeat(open) : text;
};

const isReadable = (text: string): boolean => {
  try {
    parseExpression(text);
    return true;
  } catch {
    return false;
  }
};

/** Tells what was meant by an expression that cannot be read, where it is a slip of the keys; null where nobody can tell. */
export const meantExpression = (text: string): string | null => {
  const meant = closed(unslipped(text));
  return meant !== text && isReadable(meant) ? meant : null;
};
