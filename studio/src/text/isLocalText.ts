import type { LocalText } from "@sluice/problems";

/** Whether a value is a text in both languages. */
export const isLocalText = (value: unknown): value is LocalText =>
  typeof value === "object" &&
  value !== null &&
  "en" in value &&
  "zh" in value &&
  typeof value.en === "string" &&
  typeof value.zh === "string";
