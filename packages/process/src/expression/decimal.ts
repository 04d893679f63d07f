import { Decimal } from "decimal.js";

/**
 * The decimals of expressions: exact to 60 significant digits, never a binary float, never larger than 10^90.
 *
 * A constructor of our own, so that nobody else's settings of decimal.js can change a result.
 */
export const Exact = Decimal.clone({ precision: 60, maxE: 90, minE: -90, toExpNeg: -90, toExpPos: 90, defaults: true });
export type Exact = InstanceType<typeof Exact>;

const DECIMAL = /^-?\d{1,60}(\.\d{1,60})?$/;

/** The decimal that a text or number writes. Throws for anything else: `NaN`, an exponent, a hexadecimal are no decimals. */
export const toExact = (value: string | number | bigint): Exact => {
  const text = typeof value === "string" ? value : new Exact(String(value)).toFixed();
  if (!DECIMAL.test(text)) throw new TypeError(`“${text.slice(0, 40)}” is not a decimal`);
  return new Exact(text);
};

/** The canonical text of a decimal: no exponent, no trailing zeros. Throws when it has grown out of bounds. */
export const toDecimalText = (value: Exact): string => {
  if (!value.isFinite()) throw new RangeError("a decimal has grown out of bounds");
  return value.toFixed();
};
