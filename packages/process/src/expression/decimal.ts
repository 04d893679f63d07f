import { Decimal } from "decimal.js";

/**
 * The decimals of expressions: exact, 40 significant digits, never a binary float.
 *
 * A constructor of our own, so that nobody else's settings of decimal.js can change a result.
 */
export const Exact = Decimal.clone({ precision: 40, defaults: true });
export type Exact = InstanceType<typeof Exact>;

/** The canonical text of a decimal: no exponent, no trailing zeros. */
export const toDecimalText = (value: Exact): string => value.toFixed();
