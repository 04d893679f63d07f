import { describe, expect, it } from "vitest";
import { civilDateText, roundedShareText } from "./formats.ts";

describe("civilDateText", () => {
  it.each([
    ["2027-12-31", "en", "31 Dec 2027"],
    ["2027-12-31", "zh", "2027年12月31日"],
    ["2024-02-29", "en", "29 Feb 2024"],
    ["soon", "en", "soon"],
    ["2027-99-99", "en", "2027-99-99"],
  ] as const)("%s in %s is %s", (date, language, shown) => {
    expect(civilDateText(date, language)).toBe(shown);
  });
});

describe("a share to be read at a glance", () => {
  it.each([
    ["0.129999", "12.99%"],
    ["0.1299", "12.99%"],
    ["0.13", "13%"],
  ])("%s is %s", (share, shown) => {
    expect(roundedShareText(share)).toBe(shown);
  });
});
