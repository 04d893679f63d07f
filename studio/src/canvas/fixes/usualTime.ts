import type { Span } from "@sluice/process";

/** What work gets that has no time limit: long enough for nobody to be surprised, and soon changed. */
export const USUAL_TIME: Span = { amount: 2, unit: "day", calendar: "working" };
