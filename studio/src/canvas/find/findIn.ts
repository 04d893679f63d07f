import type { ProcessDefinition } from "@sluice/process";
import { fieldAt, fieldLabel, type Sayings } from "../sayings/sayings.ts";
import { processSentences } from "../sentences/processSentences.ts";

/** A step, stage, start or move that fits what was looked for, and the sentence that shows why; none where its name does. */
export interface Found {
  readonly element: string;
  readonly name: string;
  readonly within: string;
  readonly because: string | null;
}

const MOST = 50;

const plain = (text: string): string => text.normalize("NFKC").toLowerCase();

const wordsOf = (text: string): string[] =>
  plain(text)
    .split(/\s+/)
    .filter((word) => word !== "");

/** What somebody typed, with what people call a field in place of its path, for whoever thinks in conditions as text. */
const withLabels = (sayings: Sayings, words: string): string =>
  words
    .trim()
    .split(/\s+/)
    .map((word) => (fieldAt(sayings, word) === null ? word : fieldLabel(sayings, word).replaceAll("·", " ")))
    .join(" ");

const speaking = (sayings: Sayings, definition: ProcessDefinition, wanted: readonly string[]): Found[] => {
  if (wanted.length === 0) return [];
  const hasAll = (text: string): boolean => wanted.every((word) => plain(text).includes(word));
  const found = processSentences(sayings, definition).chapters.flatMap(({ stage, heading, says, steps, moves }) => {
    const own = stage === null ? [] : [{ element: stage, name: heading, says }];
    return [...own, ...steps, ...moves].flatMap((each): Found[] => {
      const shared = { element: each.element, name: each.name, within: each.element === stage ? "" : heading };
      if (hasAll(`${each.name} ${each.element}`)) return [{ ...shared, because: null }];
      const whole = hasAll([each.name, ...each.says.map(({ text }) => text)].join(" "));
      const because = each.says.find(({ text }) => wanted.some((word) => plain(text).includes(word)));
      return whole && because ? [{ ...shared, because: because.text }] : [];
    });
  });
  return [...found.filter(({ because }) => because === null), ...found.filter(({ because }) => because !== null)];
};

/**
 * Where a process speaks of something: steps by name, people, roles, fields (by what they are called, or by their path),
 * conditions, as its sentences say them in the reader's language. Every word must occur; those with them in their name come
 * first. At most fifty.
 */
export const findIn = (sayings: Sayings, definition: ProcessDefinition, words: string): Found[] => {
  const found = speaking(sayings, definition, wordsOf(words));
  return (found.length > 0 ? found : speaking(sayings, definition, wordsOf(withLabels(sayings, words)))).slice(0, MOST);
};
