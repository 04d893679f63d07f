import { describe, expect, it } from "vitest";
import { printedMoney, printedQuantity, printedShare } from "./printed.ts";

describe("printed numbers", () => {
  it.each([
    { shown: printedMoney("18600.5000", "CNY"), as: "¥18,600.50" },
    { shown: printedMoney("18600.2575", "CNY"), as: "¥18,600.2575" },
    { shown: printedMoney("-3", "USD"), as: "-$3.00" },
    { shown: printedMoney("1200", "KRW"), as: "KRW 1,200" },
    { shown: printedShare("0.13"), as: "13%" },
    { shown: printedShare("-0.05"), as: "-5%" },
    { shown: printedShare("0.125"), as: "12.5%" },
    { shown: printedShare("0.0000"), as: "" },
    { shown: printedQuantity("12.5000"), as: "12.5" },
    { shown: printedQuantity("1200"), as: "1,200" },
  ])("$as", ({ shown, as }) => expect(shown).toBe(as));
});
