import { plainText } from "./normalName.ts";

/** The most tokens kept of a record and asked for in one search. */
const MOST_TOKENS = 600;
const MOST_ASKED = 24;
const LONGEST_PREFIX = 16;

const HAN_RUN = /[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}]+/gu;

/** Splits a text into its words of letters and its runs of CJK characters. */
const partsOf = (
  text: string,
): { readonly words: readonly string[]; readonly runs: readonly (readonly string[])[] } => {
  const plain = plainText(text);
  return {
    words: plain
      .replaceAll(HAN_RUN, " ")
      .split(" ")
      .filter((word) => word !== ""),
    runs: [...plain.matchAll(HAN_RUN)].map(([run]) => Array.from(run)),
  };
};

const pairsOf = (run: readonly string[]): string[] =>
  run.slice(1).map((character, index) => `${run[index] ?? ""}${character}`);

/** Beginnings of a word, so that a search finds it while it is being typed. */
const beginningsOf = (word: string): string[] => {
  const letters = Array.from(word);
  const beginnings = letters.slice(0, LONGEST_PREFIX).map((_letter, index) => letters.slice(0, index + 1).join(""));
  return letters.length > LONGEST_PREFIX ? [...beginnings, word.slice(0, 100)] : beginnings;
};

/** The words of texts that are found only by those who know them whole: a phone number, an e-mail address. Digits also run together. */
const wholeWords = (text: string): readonly string[] => {
  const { words } = partsOf(text);
  const digits = text.replaceAll(/\D/gu, "");
  return digits.length >= 7 && /^[\d\s()+.-]+$/u.test(text)
    ? [digits.slice(0, LONGEST_PREFIX)]
    : words.map((word) => Array.from(word).slice(0, LONGEST_PREFIX).join(""));
};

/**
 * The tokens under which a record is found: words and their beginnings, single and double CJK characters. Sorted, each once.
 *
 * `whole` texts add no beginnings: searching must not reveal, letter by letter, what a person sees masked.
 */
export const searchTokens = (
  texts: readonly (string | null | undefined)[],
  whole: readonly (string | null | undefined)[] = [],
): string[] => {
  const tokens = new Set<string>(whole.flatMap((text) => wholeWords(text ?? "")));
  for (const text of texts) {
    const { words, runs } = partsOf(text ?? "");
    for (const token of [...words.flatMap(beginningsOf), ...runs.flat(), ...runs.flatMap(pairsOf)]) {
      if (tokens.size < MOST_TOKENS) tokens.add(token);
    }
  }
  return [...tokens].toSorted();
};

/**
 * The tokens that a record must all have to be found by what someone typed: every word as far as it is typed, every pair of
 * neighbouring CJK characters (a lone one as itself). An empty answer finds everything.
 */
export const queryTokens = (typed: string): string[] => {
  const { words, runs } = partsOf(typed.slice(0, 400));
  const tokens = [
    ...words.map((word) =>
      Array.from(word).length > LONGEST_PREFIX ? Array.from(word).slice(0, LONGEST_PREFIX).join("") : word,
    ),
    ...runs.flatMap((run) => (run.length === 1 ? run : pairsOf(run))),
  ];
  return [...new Set(tokens)].toSorted().slice(0, MOST_ASKED);
};
