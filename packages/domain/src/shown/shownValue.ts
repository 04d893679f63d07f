import type { Language, LocalText } from "@sluice/problems";
import type { FieldValue } from "../field/normalValue.ts";
import type { Choice, FieldType } from "../field/recordSchema.ts";
import { groupDigits, isPlainDecimal } from "./groupDigits.ts";
import { moneyText } from "./moneyText.ts";
import { shareText } from "./shareText.ts";
import { spokenDate, spokenTime } from "./spokenTime.ts";

/** What a value means: its type, and what is needed to say it. */
export interface ShownAs {
  readonly type: FieldType | "any";
  /** Those put away too: old records still hold them. */
  readonly choices?: readonly Choice[] | undefined;
  /** What an amount is in; null where nobody knows. */
  readonly currency?: string | null;
}

const YES: LocalText = { en: "Yes", zh: "是" };
const NO: LocalText = { en: "No", zh: "否" };
const BETWEEN: LocalText = { en: ", ", zh: "、" };

const decimalOf = (value: FieldValue): string => (typeof value === "number" ? String(value) : (value as string));

const choiceText = (key: string, choices: readonly Choice[] | undefined, language: Language): string => {
  const label = choices?.find((choice) => choice.key === key)?.label;
  return label?.[language] || label?.en || key;
};

const shownNumber = (decimal: string, { type, currency }: ShownAs): string => {
  if (!isPlainDecimal(decimal)) return decimal;
  switch (type) {
    case "money":
      return currency ? moneyText(decimal, currency) : groupDigits(decimal, 0);
    case "share":
      return shareText(decimal);
    case "integer":
      return decimal;
    default:
      return groupDigits(decimal, 0);
  }
};

const shownText = (value: string, { type, choices }: ShownAs, language: Language): string => {
  switch (type) {
    case "choice":
    case "multiChoice":
      return choiceText(value, choices, language);
    case "date":
      return spokenDate(value, language);
    case "instant":
      return spokenTime(value, language);
    default:
      return value;
  }
};

const NUMBERS: ReadonlySet<ShownAs["type"]> = new Set(["decimal", "money", "share", "integer"]);

/**
 * A value as people say it in a language: 15%, ¥12,400.00, High, 26 November 2026; nothing for what is empty.
 *
 * Exact, and the same on every machine: no float, no tables of the platform. An instant is given as the clocks of its place show
 * it. What is not of its type stands as it is. Throws a TypeError for a record or lines, which are no text.
 */
export const shownValue = (value: FieldValue, as: ShownAs, language: Language): string => {
  if (value === null) return "";
  if (typeof value === "boolean") return (value ? YES : NO)[language];
  if (NUMBERS.has(as.type) && !Array.isArray(value) && typeof value !== "object")
    return shownNumber(decimalOf(value), as);
  if (typeof value === "number") return isPlainDecimal(String(value)) ? groupDigits(String(value), 0) : String(value);
  if (typeof value === "string") return shownText(value, as, language);
  if (Array.isArray(value))
    return value.map((item: FieldValue) => shownValue(item, as, language)).join(BETWEEN[language]);
  if (as.type === "localText") {
    const { [language]: own, en } = value as { readonly [key: string]: FieldValue };
    return typeof own === "string" && own !== "" ? own : typeof en === "string" ? en : "";
  }
  throw new TypeError("a record is no text; write one of its fields");
};
