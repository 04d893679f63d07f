import { type Sayings, spanSentence } from "./sayings.ts";

const rounded = (amount: number): number => Math.round(amount * 10) / 10;

/** Working minutes in hours, and in working days from one on. */
export const shortWorkingMinutes = (sayings: Sayings, minutes: number, minutesPerDay: number): string =>
  minutes < minutesPerDay
    ? shortMinutes(sayings, minutes)
    : spanSentence(sayings, { amount: rounded(minutes / minutesPerDay), unit: "day" });

/** Minutes in the unit people would say them in, with one digit behind the point from an hour on. */
export const shortMinutes = (sayings: Sayings, minutes: number): string => {
  if (minutes < 60) return spanSentence(sayings, { amount: Math.round(minutes), unit: "minute" });
  if (minutes < 24 * 60) return spanSentence(sayings, { amount: rounded(minutes / 60), unit: "hour" });
  return spanSentence(sayings, { amount: rounded(minutes / 1_440), unit: "day" });
};
