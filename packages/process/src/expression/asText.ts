import { Optional } from "@marcbachmann/cel-js";
import { Exact, toDecimalText } from "./decimal.ts";

/** A value as it stands in a text: decimals exact, lists with commas, nothing for what is empty. Throws for a record or a map. */
export const asText = (value: unknown): string => {
  if (value === null || value === undefined) return "";
  if (value instanceof Optional) return value.hasValue() ? asText(value.value()) : "";
  if (value instanceof Exact) return toDecimalText(value);
  if (typeof value === "string") return value;
  if (typeof value === "bigint" || typeof value === "number" || typeof value === "boolean") return String(value);
  if (Array.isArray(value)) return value.map(asText).join(", ");
  throw new TypeError("a record is no text; write one of its fields");
};
