import { describe, expect, it } from "vitest";
import { printedQuantity, printedShare } from "./printed.ts";

describe("printed numbers", () => {
  it.each([
    { shown: printedShare("0.13"), as: "13%" },
    { shown: printedShare("0.125"), as: "12.5%" },
    { shown: printedShare("0.0000"), as: "" },
    { shown: printedQuantity("12.5000"), as: "12.5" },
    { shown: printedQuantity("1200"), as: "1,200" },
  ])("$as", ({ shown, as }) => expect(shown).toBe(as));
});
