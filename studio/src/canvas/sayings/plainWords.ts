import { groupDigits, isPlainDecimal, moneyText, shareText } from "@sluice/domain";
import type { Json } from "@sluice/process";
import { civilDateText, instantText } from "../../text/formats.ts";
import { fieldAt, type Sayings, textIn } from "./sayings.ts";

/** Where a text stands for all others than those that a process names. */
const STANDS_FOR_OTHERS = "\u0001";

/**
 * A plain value of a field as readers expect it, in their language: digits in groups, shares as per cent, money with its sign
 * where the field has a currency, days and choices by name. Null for what is no plain value: nothing, a list, a reference.
 */
export const plainWords = (sayings: Sayings, path: string, value: Json | undefined): string | null => {
  const field = fieldAt(sayings, path);
  if (value === null || value === undefined || value === "" || typeof value === "object") return null;
  if (typeof value === "boolean") return sayings.say(value ? "condition.yes" : "condition.no");
  const text = String(value);
  if (text.endsWith(STANDS_FOR_OTHERS)) return sayings.say("condition.otherText");
  const { language } = sayings;
  switch (field?.type) {
    case "reference":
      return null;
    case "share":
      return isPlainDecimal(text) ? shareText(text) : text;
    case "money":
      if (!isPlainDecimal(text)) return text;
      return field.currency === undefined ? groupDigits(text, null) : moneyText(text, field.currency);
    case "decimal":
      return isPlainDecimal(text) ? groupDigits(text, null) : text;
    case "date":
      return civilDateText(text, language);
    case "instant":
      return Number.isNaN(Date.parse(text)) ? text : instantText(text, language);
    default:
      return textIn(sayings, field?.choices?.find(({ key }) => key === text)?.label) || text;
  }
};
