import { Font } from "@react-pdf/renderer";

/** What stands in a text and leaves no mark on paper: line ends, tabs, joiners, and signs of direction. */
const MARKLESS = /[\p{Cc}\p{Cf}\p{Zl}\p{Zp}\ufe00-\ufe0f]/u;

interface Glyphs {
  hasGlyphForCodePoint(codePoint: number): boolean;
}

const textsIn = (value: unknown): readonly string[] => {
  if (typeof value === "string") return [value];
  if (typeof value !== "object" || value === null) return [];
  return Object.values(value).flatMap(textsIn);
};

/** Answers the characters of a document, each once, that its font cannot draw: they would leave an empty box. */
export const unprintable = async (document: object, fontFamily: string): Promise<readonly string[]> => {
  await Font.load({ fontFamily });
  const font: { data?: unknown } | undefined = Font.getFont({ fontFamily });
  const glyphs = font?.data as Glyphs;
  return [...new Set(textsIn(document).join(""))].filter(
    (character) => !MARKLESS.test(character) && !glyphs.hasGlyphForCodePoint(character.codePointAt(0) ?? 0),
  );
};
