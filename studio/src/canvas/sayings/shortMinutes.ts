import { type Sayings, spanSentence } from "./sayings.ts";

/** Minutes in the unit people would say them in, with one digit behind the point from an hour on. */
export const shortMinutes = (sayings: Sayings, minutes: number): string => {
  const rounded = (amount: number) => Math.round(amount * 10) / 10;
  if (minutes < 60) return spanSentence(sayings, { amount: Math.round(minutes), unit: "minute" });
  if (minutes < 24 * 60) return spanSentence(sayings, { amount: rounded(minutes / 60), unit: "hour" });
  return spanSentence(sayings, { amount: rounded(minutes / 1_440), unit: "day" });
};
