import type { Condition } from "@sluice/process";
import { type ConditionRow, rowsOf } from "./conditionRows.ts";
import { percentOf } from "./percent.ts";
import { fieldAt, fieldLabel, labelOf, type Sayings, textIn } from "./sayings.ts";

const isLower = (row: ConditionRow): boolean => row.comparison === ">" || row.comparison === ">=";
const isUpper = (row: ConditionRow): boolean => row.comparison === "<" || row.comparison === "<=";

const valueOf = (sayings: Sayings, row: ConditionRow): string => {
  const field = fieldAt(sayings, row.path);
  if (row.type === "boolean") return sayings.say(row.value === "true" ? "condition.yes" : "condition.no");
  if (field?.type === "share") return `${percentOf(row.value)}%`;
  const choice = field?.choices?.find((each) => each.key === row.value);
  return choice ? textIn(sayings, choice.label) : row.value;
};

/** The short form of a wire's label: "5–15 %", "over 15 %"; the field is left out because the branch is named after it. */
export const shortCondition = (sayings: Sayings, when: string): string => {
  const rows = rowsOf(when);
  if (rows === null) return when;
  if (rows.length === 0) return sayings.say("condition.always");
  const [first, second] = rows;
  if (rows.length === 2 && first && second && first.path === second.path) {
    const [low, high] = isLower(first) && isUpper(second) ? [first, second] : [second, first];
    if (isLower(low) && isUpper(high)) return `${valueOf(sayings, low).replace(/%$/, "")}–${valueOf(sayings, high)}`;
  }
  if (rows.length === 1 && first && (isLower(first) || isUpper(first))) {
    return sayings.say(`condition.short.${isLower(first) ? "over" : "under"}`, { value: valueOf(sayings, first) });
  }
  return conditionSentence(sayings, { when });
};

/** A condition as a sentence: "Effective discount is more than 15 % and …". What is not rows stands as its text. */
export const conditionSentence = (sayings: Sayings, condition: Condition): string => {
  if ("rule" in condition) return labelOf(sayings, sayings.catalogue.rules, condition.rule);
  const rows = rowsOf(condition.when);
  if (rows === null) return condition.when;
  if (rows.length === 0) return sayings.say("condition.always");
  return rows
    .map(
      (row) =>
        `${fieldLabel(sayings, row.path)} ${sayings.say(`condition.${row.comparison}`)} ${valueOf(sayings, row)}`,
    )
    .join(` ${sayings.say("condition.and")} `);
};
