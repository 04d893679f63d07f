/** What stands in a text after it was accepted, or why it was not. */
export type NormalText =
  | { readonly ok: true; readonly value: string }
  | { readonly ok: false; readonly reason: "notText" | "controlCharacters" | "tooLong" };

const CONTROL = /[\p{Cc}\p{Cs}\u2028\u2029\uFFFE\uFFFF]/u;
const CONTROL_BUT_LAYOUT = /[\p{Cs}\uFFFE\uFFFF]|(?![\n\t])\p{Cc}/u;

/** Overrides of direction that could make a text read as another one; ordinary right-to-left text needs none of them. */
const BIDI_OVERRIDE = /[\u202A-\u202E\u2066-\u2069]/u;

/**
 * Accepts any script (right-to-left, emoji, 4-byte Chinese), trimmed and in Unicode's composed form (NFC).
 *
 * Length is counted in code points, so 𠮷 is one. Control characters, halves of surrogate pairs and direction overrides are
 * refused; a long text keeps its line breaks (`\r\n` becomes `\n`) and tabs. Idempotent.
 */
export const normalText = (value: unknown, maxLength: number, isLong: boolean): NormalText => {
  if (typeof value !== "string") return { ok: false, reason: "notText" };
  if (value.length > maxLength * 8 + 1_000) return { ok: false, reason: "tooLong" };
  const text = (isLong ? value.replaceAll(/\r\n?/gu, "\n") : value).normalize("NFC").trim();
  if ((isLong ? CONTROL_BUT_LAYOUT : CONTROL).test(text) || BIDI_OVERRIDE.test(text))
    return { ok: false, reason: "controlCharacters" };
  return Array.from(text).length > maxLength ? { ok: false, reason: "tooLong" } : { ok: true, value: text };
};
