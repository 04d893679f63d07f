import type { LocalText } from "@sluice/problems";
import { currencies } from "../money/currencies.ts";
import type { FieldSchema, FieldType } from "./recordSchema.ts";

type Settings = Omit<FieldSchema, "type" | "label">;
type Build = (en: string, zh: string, settings?: Settings) => FieldSchema;

const ofType =
  (type: FieldType): Build =>
  (en, zh, settings = {}) => ({ type, label: { en, zh }, ...settings });

/** A field per type, written as a form reads: label in English, label in Chinese, settings. */
export const text = ofType("text");
export const longText = ofType("longText");
export const integer = ofType("integer");
export const decimal = ofType("decimal");
export const share = ofType("share");
export const money: Build = (en, zh, settings = {}) => ({ type: "money", label: { en, zh }, min: "0", ...settings });
export const boolean = ofType("boolean");
export const date = ofType("date");
export const instant = ofType("instant");

/** A reference to a record (or a person) of another type. */
export const reference = (refersTo: string, label: LocalText, settings: Settings = {}): FieldSchema => ({
  type: "reference",
  label,
  refersTo,
  ...settings,
});

/** One of a fixed list. */
export const choice = (
  choices: NonNullable<FieldSchema["choices"]>,
  label: LocalText,
  settings: Settings = {},
): FieldSchema => ({ type: "choice", label, choices, ...settings });

/** The currency that the amounts beside it are in. */
export const currency = (settings: Settings = {}): FieldSchema =>
  choice(currencies, { en: "Currency", zh: "币种" }, settings);

/** Lines written with their parent. */
export const lines = (
  lineFields: NonNullable<FieldSchema["lineFields"]>,
  label: LocalText,
  settings: Settings = {},
): FieldSchema => ({ type: "lines", label, lineFields, ...settings });
