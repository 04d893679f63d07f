import type { LocalText } from "@sluice/problems";
import { normalText } from "../field/normalText.ts";
import type { Choice } from "../field/recordSchema.ts";

const MOST_CHOICES = 200;
const CHOICE_KEY = /^[A-Za-z0-9][A-Za-z0-9_-]{0,39}$/u;

const isObject = (value: unknown): value is Readonly<Record<string, unknown>> =>
  typeof value === "object" && value !== null && !Array.isArray(value);

/** A text in both languages, each of 1 to `limit` signs; null when it is none. */
export const readLocalText = (value: unknown, limit: number): LocalText | null => {
  if (!isObject(value)) return null;
  const [en, zh] = [normalText(value["en"], limit, false), normalText(value["zh"], limit, false)];
  return en.ok && zh.ok && en.value !== "" && zh.value !== "" ? { en: en.value, zh: zh.value } : null;
};

const readChoice = (value: unknown): Choice | null => {
  if (!isObject(value)) return null;
  const { key, archived } = value;
  const label = readLocalText(value["label"], 100);
  if (typeof key !== "string" || !CHOICE_KEY.test(key) || label === null) return null;
  if (archived !== undefined && typeof archived !== "boolean") return null;
  return archived === true ? { key, label, archived } : { key, label };
};

/** Choices with keys that each stand once, or null when they are none. */
export const readChoices = (value: unknown): readonly Choice[] | null => {
  if (!Array.isArray(value) || value.length === 0 || value.length > MOST_CHOICES) return null;
  const choices = value.map(readChoice).filter((it) => it !== null);
  const isWhole = choices.length === value.length && new Set(choices.map(({ key }) => key)).size === choices.length;
  return isWhole ? choices : null;
};
