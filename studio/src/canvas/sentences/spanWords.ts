import type { Span } from "@sluice/process";
import type { Sayings } from "../sayings/sayings.ts";

/** A span in full: "2 working days", "1 calendar week". */
export const spanWords = ({ say }: Sayings, { amount, unit, calendar }: Span): string =>
  say(`sentences.time.${calendar}.${unit}`, { count: amount });
