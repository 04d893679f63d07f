import type { Expectation, ExpectationVerdict, Json, ProcessDefinition } from "@sluice/process";
import { fieldLabel, labelOf } from "../canvas/sayings/sayings.ts";
import { drawnName, endingName } from "./momentWords.ts";
import { codeWords, milestoneWords, namesOf, valueOf, type RunWords } from "./runWords.ts";

/** What is expected, in a sentence. */
export const expectationWords = (words: RunWords, definition: ProcessDefinition, it: Expectation): string => {
  const { say, sayings } = words;
  switch (it.see) {
    case "stage":
      return say("see.stage", { stage: drawnName(words, definition, it.stage) });
    case "ended":
      return it.outcome === null ? say("see.endedPlain") : say("see.ended", { outcome: endingName(words, it.outcome) });
    case "asked": {
      const at = drawnName(words, definition, it.at);
      return it.who === undefined ? say("see.askedAny", { at }) : say("see.asked", { at, who: namesOf(words, it.who) });
    }
    case "notAsked":
      return say("see.notAsked", { at: drawnName(words, definition, it.at) });
    case "field":
      return say("see.value", { field: fieldLabel(sayings, it.path), value: valueOf(words, it.path, it.value) });
    case "variable":
      return say("see.value", { field: it.key, value: valueOf(words, "", it.value) });
    case "milestone":
      return say("see.milestone", { milestone: milestoneWords(words, it.milestone) });
    case "wants":
      return say("see.wants", { at: drawnName(words, definition, it.at) });
    case "created":
      return say("see.created", { type: labelOf(sayings, sayings.catalogue.recordTypes, it.recordType) });
    case "refused":
    case "incident":
      return say(`see.${it.see}`, { why: codeWords(words, it.problem) });
  }
};

const texts = (seen: Json): readonly string[] =>
  Array.isArray(seen) ? seen.filter((it): it is string => typeof it === "string") : [];

const listed = ({ say }: RunWords, names: readonly string[]): string =>
  names.length === 0 ? say("see.nothing") : names.join(say("log.and"));

/** What was seen instead of what was expected. */
export const seenWords = (words: RunWords, definition: ProcessDefinition, verdict: ExpectationVerdict): string => {
  const { say, sayings } = words;
  const { expectation, seen } = verdict;
  switch (expectation.see) {
    case "stage":
      return typeof seen === "string" ? drawnName(words, definition, seen) : say("see.nothing");
    case "ended":
      return seen === null
        ? say("see.runs")
        : endingName(words, String((seen as { readonly outcome?: string | null }).outcome ?? ""));
    case "asked":
    case "notAsked":
      return namesOf(words, texts(seen));
    case "field":
      return valueOf(words, expectation.path, seen);
    case "variable":
      return valueOf(words, "", seen);
    case "milestone":
      return listed(
        words,
        texts(seen).map((milestone) => milestoneWords(words, milestone)),
      );
    case "wants":
      return listed(
        words,
        texts(seen).map((id) => drawnName(words, definition, id)),
      );
    case "created":
      return listed(
        words,
        texts(seen).map((type) => labelOf(sayings, sayings.catalogue.recordTypes, type)),
      );
    case "refused":
    case "incident":
      return listed(
        words,
        texts(seen).map((code) => codeWords(words, code)),
      );
  }
};
