import type { Language } from "@sluice/problems";

const BETWEEN: Readonly<Record<Language, string>> = { en: ", ", zh: "、" };

/** Words in a row, with the mark between them that the reader's language has for it. */
export const listed = (words: readonly string[], language: Language): string => words.join(BETWEEN[language]);
