import {
  type Completion,
  type CompletionContext,
  type CompletionResult,
  insertCompletionText,
  pickedCompletion,
} from "@codemirror/autocomplete";
import type { EditorView } from "@codemirror/view";
import { type Suggestion, suggestionsFor } from "@sluice/process";
import { type Sayings, textIn } from "../../sayings/sayings.ts";
import type { Typing } from "./expressionExtensions.ts";

/** Behind these something particular is wanted, so it is offered before a letter of it is typed. */
const INVITES = /(?:[.([]|[=!]=\s*|,\s*)$/u;

const detailOf = (sayings: Sayings, { label, type }: Suggestion): string =>
  [label && textIn(sayings, label), type && sayings.say(`expression.type.${type}`)].filter(Boolean).join(" · ");

/** Puts a call in with the cursor between its brackets. */
const applyCall = (view: EditorView, completion: Completion, from: number, to: number): void => {
  view.dispatch({
    ...insertCompletionText(view.state, completion.label, from, to),
    selection: { anchor: from + completion.label.length - 1 },
    annotations: pickedCompletion.of(completion),
  });
};

const completionOf = (sayings: Sayings, suggestion: Suggestion): Completion => {
  const detail = detailOf(sayings, suggestion);
  return {
    label: suggestion.text,
    ...(detail === "" ? {} : { detail }),
    ...(suggestion.is === "call" ? { apply: applyCall } : {}),
  };
};

/** What the text box offers where the cursor stands. */
export const completionsOf =
  (typing: () => Typing) =>
  ({ state, pos, explicit }: CompletionContext): CompletionResult | null => {
    const { scope, sayings } = typing();
    const text = state.doc.toString();
    const { from, to, options } = suggestionsFor(text, pos, scope);
    const isWanted = explicit || from < pos || INVITES.test(text.slice(0, pos));
    if (!isWanted || options.length === 0) return null;
    return { from, to, filter: false, options: options.map((option) => completionOf(sayings, option)) };
  };
