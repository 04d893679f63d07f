import { Decimal } from "./decimal.ts";

/** How large and how fine a decimal may be: `numeric(digits, places)` as Postgres means it. */
export interface DecimalLimits {
  readonly digits: number;
  readonly places: number;
}

/** What a money column holds. */
export const MONEY_LIMITS: DecimalLimits = { digits: 19, places: 4 };
/** What a share typed by a person may hold: 13.125 % = "0.13125". */
export const SHARE_LIMITS: DecimalLimits = { digits: 7, places: 6 };

export type ParsedDecimal =
  | { readonly ok: true; readonly value: Decimal }
  | { readonly ok: false; readonly reason: "notADecimal" | "tooManyPlaces" | "outOfRange" };

const PLAIN_DECIMAL = /^[+-]?\d{1,40}(\.\d{1,40})?$/u;

/**
 * Reads a plain decimal exactly, or says why not; nothing is ever rounded.
 *
 * Trailing zeros behind the point do not count as places. Exponents, thousands separators, `NaN` and `Infinity` are no
 * decimals, and neither is a JS number: it may have lost digits already.
 */
export const parseDecimal = (text: unknown, limits: DecimalLimits = MONEY_LIMITS): ParsedDecimal => {
  if (typeof text !== "string" || !PLAIN_DECIMAL.test(text.trim())) return { ok: false, reason: "notADecimal" };
  const value = new Decimal(text.trim());
  if (value.decimalPlaces() > limits.places) return { ok: false, reason: "tooManyPlaces" };
  if (value.abs().gte(new Decimal(10).pow(limits.digits - limits.places))) return { ok: false, reason: "outOfRange" };
  return { ok: true, value: value.isZero() ? new Decimal(0) : value };
};

/** The one spelling of a decimal in JSON: no exponent, no trailing zeros, no negative zero. */
export const decimalText = (value: Decimal): string => (value.isZero() ? "0" : value.toFixed());
