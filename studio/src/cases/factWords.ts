import { catalogue, messageOf, type Problem } from "@sluice/problems";
import type { Json, ProcessDefinition } from "@sluice/process";
import { findNode } from "../canvas/model/elements.ts";
import { plainWords } from "../canvas/sayings/plainWords.ts";
import { type Sayings, textIn } from "../canvas/sayings/sayings.ts";
import { instantText } from "../text/formats.ts";
import { jsonText } from "../text/jsonText.ts";

interface Known {
  readonly sayings: Sayings;
  readonly definition: Pick<ProcessDefinition, "nodes">;
}

const NOTHING = "–";
const INSTANT = /^\d{4}-\d{2}-\d{2}T\d{2}:\d{2}:\d{2}(\.\d+)?Z$/u;

const isObject = (value: Json): value is { readonly [key: string]: Json } =>
  typeof value === "object" && value !== null && !Array.isArray(value);

/** What an id or a moment stands for: somebody's name, a step's, a moment as readers write it. */
const textWords = ({ sayings, definition }: Known, text: string): string => {
  const { names } = sayings.catalogue;
  if (INSTANT.test(text)) return instantText(text, sayings.language);
  return names.get(text) ?? (textIn(sayings, findNode(definition as ProcessDefinition, text)?.name) || text);
};

const wordsOf = (known: Known, value: Json): string => {
  const { sayings } = known;
  if (value === null || value === "") return NOTHING;
  if (typeof value === "boolean") return sayings.say(value ? "condition.yes" : "condition.no");
  if (typeof value === "string") return textWords(known, value);
  if (Array.isArray(value))
    return value.length === 0
      ? NOTHING
      : value.map((each: Json) => wordsOf(known, each)).join(sayings.say("controls.saw.and"));
  if (!isObject(value)) return jsonText(value);
  const { personId, standsFor, version, code } = value;
  if (typeof personId === "string")
    return typeof standsFor === "string"
      ? `${textWords(known, personId)} (${textWords(known, standsFor)})`
      : textWords(known, personId);
  if (typeof version === "number") return `v${version}`;
  const isProblem = typeof code === "string" && Object.hasOwn(catalogue, code);
  return isProblem ? messageOf(value as unknown as Problem, sayings.language) : jsonText(value);
};

/** A fact that a step looked at, as it is read: a field by its kind, people and steps by their names, moments by the calendar. */
export const factWords = (
  known: Known,
  { path, value }: { readonly path: string | null; readonly value: Json },
): string => (path === null ? null : plainWords(known.sayings, path, value)) ?? wordsOf(known, value);
