import type { FieldType } from "@sluice/domain";
import { Exact, toDecimalText } from "./decimal.ts";
import type { Json } from "../kernel/json.ts";

const DECIMAL_TYPES: ReadonlySet<FieldType> = new Set(["decimal", "share", "money"]);

/** A JSON value as expressions see it: decimals exact, integers as CEL ints, all else as it is. */
export const toCelValue = (value: Json, type: FieldType): unknown => {
  if (value === null) return null;
  if (DECIMAL_TYPES.has(type)) return new Exact(String(value));
  if (type === "integer") return BigInt(value as number | string);
  return toPlainCelValue(value);
};

/** A JSON value of no declared type: whole numbers become CEL ints, the rest stays. */
export const toPlainCelValue = (value: Json): unknown => {
  if (typeof value === "number") return Number.isInteger(value) ? BigInt(value) : value;
  if (Array.isArray(value)) return value.map((item: Json) => toPlainCelValue(item));
  if (value !== null && typeof value === "object") {
    return Object.fromEntries(Object.entries(value).map(([key, item]) => [key, toPlainCelValue(item as Json)]));
  }
  return value;
};

/** An expression's result as plain JSON: decimals as text, ints as numbers while exact, else as text. */
export const fromCelValue = (value: unknown): Json => {
  if (value === null || typeof value === "boolean" || typeof value === "string") return value;
  if (value instanceof Exact) return toDecimalText(value);
  if (typeof value === "bigint") return value >= -9_007_199_254_740_991n && value <= 9_007_199_254_740_991n ? Number(value) : String(value);
  if (typeof value === "number") return Number.isFinite(value) ? value : null;
  if (Array.isArray(value)) return value.map(fromCelValue);
  if (value instanceof Map) return Object.fromEntries([...value].map(([key, item]) => [String(key), fromCelValue(item)]));
  if (typeof value === "object") return Object.fromEntries(Object.entries(value).map(([key, item]) => [key, fromCelValue(item)]));
  throw new TypeError(`an expression may not answer a ${typeof value}`);
};
