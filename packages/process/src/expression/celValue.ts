import { Optional } from "@marcbachmann/cel-js";
import type { FieldType } from "@sluice/domain";
import type { Variable } from "../definition/variable.ts";
import type { Json } from "../kernel/json.ts";
import { jsonText } from "../kernel/jsonText.ts";
import { Exact, toDecimalText, toExact } from "./decimal.ts";

/** An expression walks lists of at most this many items. */
export const LIST_LIMIT = 500;

const DECIMAL_TYPES: ReadonlySet<FieldType | Variable["type"]> = new Set(["decimal", "share", "money"]);

/** A JSON value as expressions see it: decimals exact, integers as CEL ints, all else as it is. Throws when it is not of its type. */
export const toCelValue = (value: Json, type: FieldType | Variable["type"]): unknown => {
  if (value === null) return null;
  if (DECIMAL_TYPES.has(type)) return toExact(typeof value === "number" ? value : jsonText(value));
  if (type === "integer") return BigInt(value as number | string);
  return toPlainCelValue(value);
};

/** A JSON value of no declared type: whole numbers become CEL ints, other numbers exact decimals, the rest stays. */
export const toPlainCelValue = (value: Json): unknown => {
  if (typeof value === "number") return Number.isSafeInteger(value) ? BigInt(value) : toExact(value);
  if (Array.isArray(value)) {
    if (value.length > LIST_LIMIT) throw new RangeError(`a list holds more than ${LIST_LIMIT} items`);
    return value.map((item: Json) => toPlainCelValue(item));
  }
  if (value !== null && typeof value === "object") {
    return Object.fromEntries(Object.entries(value).map(([key, item]) => [key, toPlainCelValue(item as Json)]));
  }
  return value;
};

const isPlainObject = (value: object): boolean => {
  const prototype: unknown = Object.getPrototypeOf(value);
  return prototype === Object.prototype || prototype === null;
};

/** An expression's result as plain JSON: decimals as text, ints as numbers while exact, else as text. Throws for anything else. */
export const fromCelValue = (value: unknown): Json => {
  if (value === null || typeof value === "boolean" || typeof value === "string") return value;
  if (value instanceof Exact) return toDecimalText(value);
  if (value instanceof Optional) return value.hasValue() ? fromCelValue(value.value()) : null;
  if (typeof value === "bigint")
    return value >= -9_007_199_254_740_991n && value <= 9_007_199_254_740_991n ? Number(value) : String(value);
  if (typeof value === "number") return toDecimalText(toExact(value));
  if (Array.isArray(value)) return value.map(fromCelValue);
  if (value instanceof Map)
    return Object.fromEntries([...value].map(([key, item]) => [String(key), fromCelValue(item)]));
  if (typeof value === "object" && isPlainObject(value))
    return Object.fromEntries(Object.entries(value).map(([key, item]) => [key, fromCelValue(item)]));
  throw new TypeError("an expression answers text, numbers, booleans, lists and maps only");
};
