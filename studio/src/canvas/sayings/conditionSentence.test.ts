import { describe, expect, it } from "vitest";
import { sayingsIn } from "../fixture/sayingsIn.ts";
import { conditionSentence, shortCondition } from "./conditionSentence.ts";

const [english, chinese] = [sayingsIn("en"), sayingsIn("zh")];

describe("a condition in words", () => {
  it.each([
    { when: "true", en: "always", zh: "总是" },
    { when: "record.margin > 0.25", en: "Margin is more than 25%", zh: "毛利率 大于 25%" },
    { when: "record.total > 500000", en: "Total is more than 500,000", zh: "总价 大于 500,000" },
    {
      when: "!(has(record.margin) && record.margin >= 0.25)",
      en: "Margin is empty or is less than 25%",
      zh: "毛利率 为空 或 小于 25%",
    },
    { when: "has(record.margin)", en: "Margin is filled in", zh: "毛利率 已填写" },
    {
      when: "record.effectiveDiscount > 0.15 && !has(record.priceAgreedAt)",
      en: "Effective discount is more than 15% and Special price agreed is empty",
      zh: "综合折扣 大于 15% 且 特价批准时间 为空",
    },
    {
      when: "record.margin > 0.1 || record.total > 5 && record.name == 'x'",
      en: "Margin is more than 10% or (Total is more than 5 and Name is x)",
      zh: "毛利率 大于 10% 或 (总价 大于 5 且 名称 等于 x)",
    },
    { when: "size(record.lines) > 0", en: "size(record.lines) > 0", zh: "size(record.lines) > 0" },
    { when: "record.margin >", en: "record.margin >", zh: "record.margin >" },
  ])("$when", ({ when, en, zh }) => {
    expect(conditionSentence(english, { when })).toBe(en);
    expect(conditionSentence(chinese, { when })).toBe(zh);
  });

  it.each([
    { when: "has(record.margin) && record.margin >= 0.25", says: "over 25%" },
    { when: "record.margin < 0.1", says: "up to 10%" },
    { when: "record.margin < 0.25 && record.margin >= 0.15", says: "15–25%" },
    { when: "record.margin < 0.25 && record.total >= 5", says: "Margin is less than 25% and Total is at least 5" },
  ])("$when stands on its wire as $says", ({ when, says }) => {
    expect(shortCondition(english, when)).toBe(says);
  });
});
