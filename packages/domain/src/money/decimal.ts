import { Decimal as BaseDecimal } from "decimal.js";

/**
 * Exact decimals of up to 40 significant digits; never turned into a JS number.
 *
 * 40 digits hold every sum and product of two `numeric(19,4)` values without rounding. Rounding, where asked for, is
 * half-up (away from zero at the half), as on invoices.
 */
export const Decimal = BaseDecimal.clone({
  precision: 40,
  rounding: BaseDecimal.ROUND_HALF_UP,
  toExpNeg: -40,
  toExpPos: 40,
  minE: -1_000,
  maxE: 1_000,
});
export type Decimal = BaseDecimal;
