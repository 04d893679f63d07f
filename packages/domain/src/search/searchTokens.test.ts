import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { normalName } from "./normalName.ts";
import { queryTokens, searchTokens } from "./searchTokens.ts";

const finds = (typed: string, text: string) => {
  const tokens = new Set(searchTokens([text]));
  return queryTokens(typed).every((token) => tokens.has(token));
};

describe("search", () => {
  it.each([
    { typed: "lant", text: "Lanting Automation", found: true },
    { typed: "AUTO lanting", text: "Lanting Automation", found: true },
    { typed: "anting", text: "Lanting Automation", found: false },
    { typed: "澜庭", text: "澜庭自动化有限公司", found: true },
    { typed: "自动", text: "澜庭自动化有限公司", found: true },
    { typed: "庭", text: "澜庭自动化", found: true },
    { typed: "动自", text: "澜庭自动化", found: false },
    { typed: "ＡＢＣ－１２", text: "abc-12 valve", found: true },
    { typed: "muller", text: "Müller GmbH", found: true },
    { typed: "X200伺服", text: "伺服驱动器 X200", found: true },
    { typed: "𠮷野", text: "𠮷野家", found: true },
    { typed: "  ", text: "anything", found: true },
    { typed: "supercalifragilisticexpi", text: "Supercalifragilisticexpialidocious", found: true },
  ])("finds $typed in $text: $found", ({ typed, text, found }) => {
    expect(finds(typed, text)).toBe(found);
  });

  it.each([
    { typed: "13812345678", text: "138 1234-5678", found: true },
    { typed: "138", text: "138 1234-5678", found: false },
    { typed: "ann@lanting.example", text: "ann@lanting.example", found: true },
    { typed: "lant", text: "ann@lanting.example", found: false },
  ])("finds $typed in $text, which only those who know it find: $found", ({ typed, text, found }) => {
    const tokens = new Set(searchTokens([], [text]));
    expect(queryTokens(typed).every((token) => tokens.has(token))).toBe(found);
  });

  it("finds every text by itself", () => {
    fc.assert(
      fc.property(fc.string({ unit: "grapheme", maxLength: 12 }), (text) => {
        expect(finds(text, text)).toBe(true);
      }),
      { numRuns: 200 },
    );
  });
});

describe("normalName", () => {
  it.each([
    { one: "Lanting Automation Co., Ltd.", other: "ＬＡＮＴＩＮＧ  automation" },
    { one: "上海澜庭自动化有限公司", other: "上海澜庭自动化" },
    { one: "Müller GmbH & Co. KG", other: "MULLER" },
    { one: "Acme, Inc.", other: "acme" },
  ])("meets $one and $other", ({ one, other }) => {
    expect(normalName(one)).toBe(normalName(other));
  });

  it.each([
    { given: "有限公司", name: "有限公司" },
    { given: "Cisco", name: "cisco" },
    { given: "Ltd", name: "ltd" },
  ])("leaves $given whole", ({ given, name }) => {
    expect(normalName(given)).toBe(name);
  });
});
