import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { breakWord } from "./breakWord.ts";

const breaks = (word: string): string =>
  breakWord(word)
    .filter((piece) => piece !== "")
    .join("|");

describe("breakWord", () => {
  it.each([
    { word: "报价单", pieces: "报|价|单" },
    { word: "付款，验收。", pieces: "付|款，|验|收。" },
    { word: "（含税）", pieces: "（含|税）" },
    { word: "预付30%后", pieces: "预|付|30%|后" },
    { word: "共￥12,600.00元", pieces: "共|￥12,600.00|元" },
    { word: "short-word", pieces: "short-word" },
    { word: "sixteencharacter", pieces: "sixteencharacter" },
    { word: "seventeencharacte", pieces: "seventeencharact|e" },
  ])("$word → $pieces", ({ word, pieces }) => {
    expect(breaks(word)).toBe(pieces);
  });

  it("loses and adds nothing, and puts glue between any two pieces", () => {
    fc.assert(
      fc.property(fc.string({ unit: "grapheme" }), (word) => {
        const pieces = breakWord(word);

        expect(pieces.join("")).toBe(word);
        expect(pieces.every((piece, index) => index % 2 === 0 || piece === "")).toBe(true);
      }),
    );
  });
});
