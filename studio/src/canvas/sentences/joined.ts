import type { Sayings } from "../sayings/sayings.ts";

/** Words in a row as the reader's language puts them: "A, B and C". */
export const joined = ({ say }: Sayings, words: readonly string[], last: "and" | "or" = "and"): string => {
  const [only, ...more] = words;
  if (more.length === 0) return only ?? "";
  return `${words.slice(0, -1).join(say("sentences.comma"))}${say(`sentences.${last}`)}${words.at(-1)}`;
};

/** A sentence begins with a capital, where the language has them. */
export const capital = (sentence: string): string => sentence.charAt(0).toUpperCase() + sentence.slice(1);
