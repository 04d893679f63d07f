import type { ExpressionScope } from "./expressionScope.ts";
import type { Suggestion } from "./suggestedWords.ts";
import { suggestionsFor, type Suggestions } from "./suggestions.ts";

/** A text is written after the fact, so it may always tell the time; it only says what is, it works nothing out. */
const isWritable = ({ is, text }: Suggestion): boolean =>
  is === "field" ||
  is === "variable" ||
  (is === "word" && /^[a-z]\w*$/u.test(text) && text !== "true" && text !== "false");

/** A person stands in a text by their name. */
const named = (option: Suggestion): Suggestion =>
  option.type === "person" && option.label
    ? { ...option, label: { en: `${option.label.en}: name`, zh: `${option.label.zh}（姓名）` }, type: "text" }
    : option;

const none = (cursor: number): Suggestions => ({ from: cursor, to: cursor, options: [] });

/** The fields, variables and facts of the case that may be written at the cursor of a text: only behind `{{`. Pure; never throws. */
export const templateSuggestions = (template: string, cursor: number, scope: ExpressionScope): Suggestions => {
  const opens = template.lastIndexOf("{{", cursor - 2);
  if (cursor < 2 || opens === -1) return none(cursor);
  const inside = template.slice(opens + 2, cursor);
  if (!/^\s*[\p{L}\p{N}_.]*$/u.test(inside)) return none(cursor);
  const rest = /^\w*/u.exec(template.slice(cursor))?.[0] ?? "";
  const { from, options } = suggestionsFor(inside, inside.length, { ...scope, watched: false });
  return { from: opens + 2 + from, to: cursor + rest.length, options: options.filter(isWritable).map(named) };
};
