/** The languages the product ships in. */
export const languages = ["en", "zh"] as const;
export type Language = (typeof languages)[number];

/** A text for people, per language. */
export interface LocalText {
  readonly en: string;
  readonly zh: string;
}
