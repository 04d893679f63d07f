import {
  type Completion,
  type CompletionContext,
  type CompletionResult,
  insertCompletionText,
  pickedCompletion,
} from "@codemirror/autocomplete";
import type { EditorView } from "@codemirror/view";
import type { Suggestion } from "@sluice/process";
import { type Sayings, textIn } from "../../sayings/sayings.ts";
import type { Typing } from "./typing.ts";

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

/** Puts a field into a text and closes it, unless more may follow it: what lies behind a reference. */
const applyField =
  ({ is, type }: Suggestion) =>
  (view: EditorView, completion: Completion, from: number, to: number): void => {
    const opensMore = type === "reference" || (is === "word" && type === null);
    const isClosed = view.state.sliceDoc(to, to + 2) === "}}";
    const text = opensMore || isClosed ? completion.label : `${completion.label}}}`;
    view.dispatch({
      ...insertCompletionText(view.state, text, from, to),
      selection: { anchor: from + text.length + (isClosed && !opensMore ? 2 : 0) },
      annotations: pickedCompletion.of(completion),
    });
  };

const completionOf = ({ sayings, written }: Typing, suggestion: Suggestion): Completion => {
  const detail = detailOf(sayings, suggestion);
  const apply = written !== "expression" ? applyField(suggestion) : suggestion.is === "call" ? applyCall : null;
  return { label: suggestion.text, ...(detail === "" ? {} : { detail }), ...(apply ? { apply } : {}) };
};

/** What the text box offers where the cursor stands. */
export const completionsOf =
  (now: () => Typing) =>
  ({ state, pos, explicit }: CompletionContext): CompletionResult | null => {
    const typing = now();
    const text = state.doc.toString();
    const { from, to, options } = typing.suggest(text, pos);
    const isWanted = explicit || from < pos || typing.written !== "expression" || INVITES.test(text.slice(0, pos));
    if (!isWanted || options.length === 0) return null;
    return { from, to, filter: false, options: options.map((option) => completionOf(typing, option)) };
  };
