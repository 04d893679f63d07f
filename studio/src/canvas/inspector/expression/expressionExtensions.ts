import { autocompletion, closeCompletion, completionKeymap, completionStatus } from "@codemirror/autocomplete";
import { standardKeymap } from "@codemirror/commands";
import { Annotation, EditorState, type Extension, Prec } from "@codemirror/state";
import { EditorView, keymap } from "@codemirror/view";
import { completionsOf } from "./completionsOf.ts";
import { expressionTheme, wordsTheme } from "./expressionTheme.ts";
import type { Typing } from "./typing.ts";

/** A change that was not typed here: an undo, or another screen's. */
export const isFromOutside = Annotation.define<boolean>();

const bounded = (typing: () => Typing): Extension =>
  EditorState.changeFilter.of(
    (change) =>
      change.annotation(isFromOutside) === true ||
      change.newDoc.length < change.startState.doc.length ||
      typing().isAllowed(change.newDoc.toString()),
  );

/** A line stays one: Enter does nothing in it, once nothing is offered any more. */
const oneLine = (typing: () => Typing): Extension =>
  keymap.of([{ key: "Enter", run: () => typing().written === "line" }]);

/** Undo is the drawing's: what is typed here is its newest part. */
const undoKeys = (typing: () => Typing): Extension => {
  const run = (act: "undo" | "redo") => () => {
    typing().store.getState()[act]();
    return true;
  };
  return keymap.of([
    { key: "Mod-z", run: run("undo"), shift: run("redo"), preventDefault: true },
    { key: "Mod-y", run: run("redo"), preventDefault: true },
  ]);
};

/** Escape closes what is offered; Tab leaves the text box, which it always does. */
const leaving = EditorView.domEventHandlers({
  keydown: (event, view) => {
    if (event.key === "Escape" && completionStatus(view.state) !== null) {
      event.stopPropagation();
      closeCompletion(view);
      event.preventDefault();
      return true;
    }
    return false;
  },
});

/** How an expression is typed: what is offered, how keys work, how it looks. */
export const expressionExtensions = (typing: () => Typing): Extension => [
  Prec.highest(leaving),
  undoKeys(typing),
  keymap.of([...completionKeymap]),
  oneLine(typing),
  keymap.of([...standardKeymap]),
  autocompletion({
    override: [completionsOf(typing)],
    icons: false,
    activateOnTypingDelay: 60,
    defaultKeymap: false,
    tooltipClass: () => "expressionChoices",
  }),
  bounded(typing),
  EditorView.lineWrapping,
  typing().written === "expression" ? [] : wordsTheme,
  expressionTheme,
  EditorState.phrases.of({ Completions: typing().sayings.say("expression.offered") }),
  EditorView.updateListener.of((update) => {
    if (update.docChanged && update.transactions.some((each) => each.annotation(isFromOutside) !== true))
      typing().onChange(update.state.doc.toString());
  }),
];
