import { Decimal } from "../money/decimal.ts";

/** How far costs may run from what was signed before it must be signed again: 3 %. */
export const COST_DRIFT_TOLERANCE = "0.03";

/** What a costed product cost when the sheet was signed, and now; `amount` is what the sheet spends on it. */
export interface CostMovement {
  readonly amount: Decimal;
  readonly costThen: Decimal;
  readonly costNow: Decimal;
}

/**
 * How far the signed total has run from what the same things cost now, as a share of it (0.03 = 3 %), never negative.
 *
 * Products that cost nothing when signed, and amounts without a product, do not move. Exact up to the last division.
 */
export const costDrift = (signedTotal: Decimal, movements: readonly CostMovement[]): Decimal => {
  if (signedTotal.isZero()) return new Decimal(0);
  const moved = movements
    .filter(({ costThen }) => !costThen.isZero())
    .reduce(
      (sum, { amount, costThen, costNow }) => sum.plus(amount.times(costNow.minus(costThen)).div(costThen)),
      new Decimal(0),
    );
  return moved.abs().div(signedTotal.abs());
};
