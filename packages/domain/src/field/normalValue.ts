import type { Problem } from "@sluice/problems";
import { Decimal } from "../money/decimal.ts";
import { decimalText, MONEY_LIMITS, parseDecimal, SHARE_LIMITS } from "../money/parseDecimal.ts";
import { parseDate } from "../time/civilDate.ts";
import { instantText, parseInstant } from "../time/instant.ts";
import type { FieldReason } from "./fieldProblem.ts";
import { fieldProblem, type FieldPlace } from "./fieldProblem.ts";
import { normalText } from "./normalText.ts";
import type { FieldSchema, FieldType } from "./recordSchema.ts";
import { wrongFormat } from "./wrongFormat.ts";

/** A plain JSON value, as records hold them. */
export type FieldValue =
  | string
  | number
  | boolean
  | null
  | readonly FieldValue[]
  | { readonly [key: string]: FieldValue };

/** A value in its one spelling, or the problem that forbids it. */
export type NormalValue = { readonly value: FieldValue } | { readonly problem: Problem };

const UUID = /^[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}$/iu;
const DEFAULT_LENGTH = { text: 200, longText: 10_000 } as const;
const INTEGER_LIMITS = { digits: 9, places: 0 } as const;

type Normaliser = (
  value: unknown,
  field: FieldSchema,
  refuse: (reason: FieldReason, values?: Record<string, string | number>) => NormalValue,
) => NormalValue;

const text: Normaliser = (value, field, refuse) => {
  const isLong = field.type === "longText";
  const limit = field.maxLength ?? DEFAULT_LENGTH[isLong ? "longText" : "text"];
  const read = normalText(value, limit, isLong);
  if (!read.ok) return refuse(read.reason, { limit });
  if (read.value === "") return { value: null };
  const wrong = field.format === undefined ? null : wrongFormat(read.value, field.format);
  if (wrong !== null) return refuse(wrong);
  const least = field.minLength ?? 0;
  return Array.from(read.value).length < least ? refuse("tooShort", { limit: least }) : { value: read.value };
};

const decimal: Normaliser = (value, field, refuse) => {
  const limits = field.type === "share" ? SHARE_LIMITS : MONEY_LIMITS;
  const read = parseDecimal(value, limits);
  if (!read.ok) return refuse(read.reason, { places: limits.places });
  const least = field.min ?? (field.type === "share" ? "0" : undefined);
  const most = field.max ?? (field.type === "share" ? "1" : undefined);
  if (least !== undefined && read.value.lt(new Decimal(least))) return refuse("tooSmall", { limit: least });
  if (most !== undefined && read.value.gt(new Decimal(most))) return refuse("tooLarge", { limit: most });
  return { value: decimalText(read.value) };
};

const integer: Normaliser = (value, field, refuse) => {
  const read = parseDecimal(typeof value === "number" ? String(value) : value, INTEGER_LIMITS);
  if (!read.ok) return refuse(read.reason === "outOfRange" ? "outOfRange" : "notANumber");
  if (field.min !== undefined && read.value.lt(field.min)) return refuse("tooSmall", { limit: field.min });
  if (field.max !== undefined && read.value.gt(field.max)) return refuse("tooLarge", { limit: field.max });
  return { value: read.value.toNumber() };
};

const instant: Normaliser = (value, _field, refuse) => {
  const epochMs = typeof value === "string" ? parseInstant(value.trim()) : null;
  return epochMs === null ? refuse("notAnInstant") : { value: instantText(epochMs) };
};

const date: Normaliser = (value, _field, refuse) => {
  const parsed = typeof value === "string" ? parseDate(value.trim()) : null;
  return parsed === null || parsed.year < 1900 ? refuse("notADate") : { value: (value as string).trim() };
};

const localText: Normaliser = (value, field, refuse) => {
  if (typeof value !== "object" || value === null || Array.isArray(value)) return refuse("notLocalText");
  const { en, zh } = value as Readonly<Record<string, unknown>>;
  const limit = field.maxLength ?? DEFAULT_LENGTH.text;
  const both = { en: normalText(en ?? "", limit, false), zh: normalText(zh ?? "", limit, false) };
  if (!both.en.ok) return refuse(both.en.reason, { limit });
  if (!both.zh.ok) return refuse(both.zh.reason, { limit });
  return { value: { en: both.en.value, zh: both.zh.value } };
};

/** The choices that may still be made. */
const openKeys = (field: FieldSchema): readonly string[] =>
  (field.choices ?? []).filter(({ archived }) => archived !== true).map(({ key }) => key);

const multiChoice: Normaliser = (value, field, refuse) => {
  if (!Array.isArray(value) || !value.every((it) => typeof it === "string")) return refuse("notChoices");
  const keys = openKeys(field);
  if (!value.every((key) => keys.includes(key))) return refuse("notAChoice");
  const chosen = keys.filter((key) => value.includes(key));
  return { value: chosen.length === 0 ? null : chosen };
};

const normalisers: Readonly<Record<Exclude<FieldType, "lines">, Normaliser>> = {
  text,
  longText: text,
  integer,
  decimal,
  share: decimal,
  money: decimal,
  instant,
  date,
  localText,
  boolean: (value, _field, refuse) => (typeof value === "boolean" ? { value } : refuse("notABoolean")),
  choice: (value, field, refuse) =>
    typeof value === "string" && openKeys(field).includes(value) ? { value } : refuse("notAChoice"),
  multiChoice,
  reference: (value, _field, refuse) =>
    typeof value === "string" && UUID.test(value) ? { value: value.toLowerCase() } : refuse("notAReference"),
};

/** Puts one value (not lines) into its one spelling, or says why it is refused. Null stays null; an empty text becomes null. */
export const normalValue = (value: unknown, field: FieldSchema, place: FieldPlace): NormalValue => {
  if (value === null || value === undefined || value === "") return { value: null };
  if (field.type === "lines") throw new TypeError(`${place.path} holds lines: use normalLines`);
  return normalisers[field.type](value, field, (reason, values = {}) => ({
    problem: fieldProblem(place, reason, values),
  }));
};
