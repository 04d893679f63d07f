import { milestoneNames } from "@sluice/domain";
import { catalogue, type Language, messageOf, problem, type Problem, type ProblemCode } from "@sluice/problems";
import type { Json, Story } from "@sluice/process";
import { plainWords } from "../canvas/sayings/plainWords.ts";
import { fieldAt, fieldLabel, type Say, type Sayings, textIn } from "../canvas/sayings/sayings.ts";
import { localTextIn } from "../i18n/language.ts";

/** How a run speaks: the words of the test run, those of the canvas, and the story whose people it names. */
export interface RunWords {
  readonly say: Say;
  readonly sayings: Sayings;
  readonly story: Story;
}

/** Somebody of the story by name: a played person's own, a real one's as the firm knows them. */
export const nameOf = ({ sayings, story }: Pick<RunWords, "sayings" | "story">, id: string): string => {
  const person = story.given.people.find((it) => it.id === id);
  if (person?.name) return textIn(sayings, person.name) || id;
  return sayings.catalogue.people.find((it) => it.id === id)?.name ?? id;
};

/** Several people, or that it is nobody. */
export const namesOf = (words: RunWords, ids: readonly string[]): string =>
  ids.length === 0 ? words.say("log.nobody") : ids.map((id) => nameOf(words, id)).join(words.say("log.and"));

/** A field's value as it is read; a moment by the clocks of the story's firm, where there is a story. */
export const valueOf = (
  { say, sayings, story }: Pick<RunWords, "say" | "sayings"> & Partial<Pick<RunWords, "story">>,
  path: string,
  value: Json | undefined,
): string => {
  if (value === null || value === undefined || value === "") return say("value.none");
  if (typeof value === "boolean") return say(value ? "value.yes" : "value.no");
  if (typeof value === "object") return say("value.some");
  const isMoment = fieldAt(sayings, path)?.type === "instant" && !Number.isNaN(Date.parse(String(value)));
  if (story && isMoment) return timeOf(story, sayings.language, String(value));
  return plainWords(sayings, path, value) ?? String(value);
};

/** An instant by the clocks of the story's firm, with its day of the week. */
export const timeOf = (story: Story, language: Language, at: string): string => {
  const offsetMs = (story.given.calendar?.offsetMinutes ?? 480) * 60_000;
  return new Intl.DateTimeFormat(language === "zh" ? "zh-CN" : "en-GB", {
    weekday: "short",
    day: "numeric",
    month: "short",
    year: "numeric",
    hour: "2-digit",
    minute: "2-digit",
    timeZone: "UTC",
  }).format(new Date(Date.parse(at) + offsetMs));
};

/** Why something was refused, in a sentence: the guard's own where it has one. */
export const reasonOf = ({ sayings }: Pick<RunWords, "sayings">, it: Problem): string => {
  const { field } = it.values;
  const values = typeof field === "string" ? { ...it.values, field: fieldLabel(sayings, field) } : it.values;
  return messageOf({ ...it, values }, sayings.language);
};

/** What a rule or guard saw when it refused, field by field. */
export const sawOf = (words: Pick<RunWords, "say" | "sayings" | "story">, { values }: Problem): readonly string[] => {
  const { saw } = values;
  if (typeof saw !== "object" || saw === null || Array.isArray(saw)) return [];
  return Object.entries(saw as { readonly [path: string]: Json }).map(
    ([path, value]) => `${fieldLabel(words.sayings, path)} ${valueOf(words, path.replace(/^record\./, ""), value)}`,
  );
};

/** A refusal or incident by its code: what it says, without the values that are not known. */
export const codeWords = (
  { sayings: { language } }: Pick<RunWords, "sayings">,
  code: string,
  values: Problem["values"] = {},
): string =>
  Object.hasOwn(catalogue, code)
    ? messageOf(problem(code as ProblemCode, values), language).replaceAll(/\{\w+\}/gu, "…")
    : localTextIn(code, language);

/** A milestone by the name that the firm knows it by. */
export const milestoneWords = ({ sayings }: Pick<RunWords, "sayings">, milestone: string): string =>
  textIn(sayings, milestoneNames[milestone]) || milestone;
