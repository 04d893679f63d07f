import { describe, expect, it } from "vitest";
import { isStorableText } from "./isStorableText.ts";

describe("isStorableText", () => {
  it.each([
    { text: "", is: true },
    { text: "𠮷野家 🏭 مرحبا\n", is: true },
    { text: "a\u0000", is: false },
    { text: "\ud83c", is: false },
    { text: "\udfff\ud83c", is: false },
  ])("$text: $is", ({ text, is }) => {
    expect(isStorableText(text)).toBe(is);
  });
});
