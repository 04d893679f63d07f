import { isPlainDecimal, shiftPoint } from "@sluice/domain";

/** "0.125" → "12.5": a share as people type it, exactly. What is not a number stays as it is. */
export const percentOf = (share: string): string => (isPlainDecimal(share) ? shiftPoint(share, 2) : share);

/** "12.5" → "0.125"; null for what is not a number yet. */
export const shareOf = (percent: string): string | null =>
  isPlainDecimal(percent.trim()) ? shiftPoint(percent.trim(), -2) : null;
