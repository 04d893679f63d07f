import { describe, expect, it } from "vitest";
import { waitsForCost } from "./waitsForCost.ts";

const signed = { fields: { signedAt: "2026-11-26T14:58:16.357Z" } };
const quote = (key: string, costCleared?: boolean) => ({
  stage: { key, name: key },
  fields: costCleared === undefined ? {} : { costCleared },
});

describe("a quote waits for its costs", () => {
  it.each([
    { name: "not while its signed sheet vouches for it", of: quote("approved", true), sheets: [signed], waits: false },
    { name: "approved, once it does no more", of: quote("approved", false), sheets: [signed], waits: true },
    { name: "in approval, once it does no more", of: quote("approval", false), sheets: [signed], waits: true },
    { name: "not in a draft: its next steps say so", of: quote("draft", false), sheets: [signed], waits: false },
    { name: "not where none was signed", of: quote("approved", false), sheets: [{ fields: {} }], waits: false },
    { name: "not where the reader may not know", of: quote("approved"), sheets: [signed], waits: false },
  ])("$name", ({ of, sheets, waits }) => {
    expect(waitsForCost(of, sheets)).toBe(waits);
  });
});
