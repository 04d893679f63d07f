import { Decimal } from "../money/decimal.ts";
import { roundMoney } from "../money/roundMoney.ts";

/** What a line of a cost sheet says about money; `rate` turns the line's currency into the sheet's. */
export interface CostLineTerms {
  readonly quantity: Decimal;
  readonly unitCost: Decimal;
  readonly rate: Decimal;
}

/** Totals of a cost sheet in its own currency: each line rounded half-up once, the sum exact. */
export const costTotals = (
  lines: readonly CostLineTerms[],
  currency: string,
): { readonly lines: readonly Decimal[]; readonly total: Decimal } => {
  const totals = lines.map(({ quantity, unitCost, rate }) =>
    roundMoney(quantity.times(unitCost).times(rate), currency),
  );
  return { lines: totals, total: totals.reduce((sum, line) => sum.plus(line), new Decimal(0)) };
};
