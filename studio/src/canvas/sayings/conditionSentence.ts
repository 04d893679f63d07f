import { type Compares, type Condition, type ConditionPart, conditionParts } from "@sluice/process";
import { plainWords } from "./plainWords.ts";
import { fieldLabel, labelOf, type Sayings } from "./sayings.ts";

const isLower = ({ comparison }: Compares): boolean => comparison === ">" || comparison === ">=";
const isUpper = ({ comparison }: Compares): boolean => comparison === "<" || comparison === "<=";

const valueOf = (sayings: Sayings, { path, type, value }: Compares): string => {
  const said = plainWords(sayings, path, type === "boolean" ? value === "true" : value);
  return said ?? (value === "" ? "“”" : value);
};

const verb = (sayings: Sayings, part: Compares): string => {
  const said = sayings.say(`condition.${part.comparison}`);
  return part.comparison === "set" || part.comparison === "empty" ? said : `${said} ${valueOf(sayings, part)}`;
};

const isOfOneField = (parts: readonly ConditionPart[]): parts is readonly Compares[] =>
  parts.every((part) => part.is === "compares" && parts[0]?.is === "compares" && part.path === parts[0].path);

const said = (sayings: Sayings, part: ConditionPart): string => {
  switch (part.is) {
    case "text":
      return part.text;
    case "compares":
      return `${fieldLabel(sayings, part.path)} ${verb(sayings, part)}`;
    default: {
      const joint = ` ${sayings.say(part.is === "all" ? "condition.and" : "condition.or")} `;
      if (isOfOneField(part.parts) && part.parts[0])
        return `${fieldLabel(sayings, part.parts[0].path)} ${part.parts.map((each) => verb(sayings, each)).join(joint)}`;
      return part.parts
        .map((each) => (each.is === "all" || each.is === "any" ? `(${said(sayings, each)})` : said(sayings, each)))
        .join(joint);
    }
  }
};

const isAlways = (when: string): boolean => when.trim() === "true";

/** The short form of a wire's label: "5–15 %", "over 15 %"; the field is left out because the branch is named after it. */
export const shortCondition = (sayings: Sayings, when: string): string => {
  const part = isAlways(when) ? null : conditionParts(when);
  if (part?.is === "compares" && (isLower(part) || isUpper(part)))
    return sayings.say(`condition.short.${isLower(part) ? "over" : "under"}`, { value: valueOf(sayings, part) });
  if (part?.is === "all" && part.parts.length === 2 && isOfOneField(part.parts)) {
    const [low, high] = part.parts.toSorted((one) => (isLower(one) ? -1 : 1));
    if (low && high && isLower(low) && isUpper(high))
      return `${valueOf(sayings, low).replace(/%$/, "")}–${valueOf(sayings, high)}`;
  }
  return conditionSentence(sayings, { when });
};

/**
 * A condition as a sentence: "Effective discount is more than 15 % and …". A part that there are no words for stands as its
 * text, and so does the whole while it cannot be read.
 */
export const conditionSentence = (sayings: Sayings, condition: Condition): string => {
  if ("rule" in condition) return labelOf(sayings, sayings.catalogue.rules, condition.rule);
  if (isAlways(condition.when)) return sayings.say("condition.always");
  const part = conditionParts(condition.when);
  return part === null ? condition.when : said(sayings, part);
};
