import { recordSchemas } from "@sluice/domain";
import { describe, expect, it } from "vitest";
import { sayingsIn } from "../fixture/sayingsIn.ts";
import { plainWords } from "./plainWords.ts";
import type { Sayings } from "./sayings.ts";

const schema = {
  ...recordSchemas.quote,
  fields: {
    ...recordSchemas.quote.fields,
    c_fee: { type: "money" as const, label: { en: "Fee", zh: "费用" }, currency: "CNY" },
    c_day: { type: "date" as const, label: { en: "Day", zh: "日期" } },
  },
};
const withFields = (sayings: Sayings): Sayings => ({ ...sayings, catalogue: { ...sayings.catalogue, schema } });
const [english, chinese] = [withFields(sayingsIn("en")), withFields(sayingsIn("zh"))];

describe("a plain value in words", () => {
  it.each([
    { name: "money has its digits in groups", path: "total", value: "500000", en: "500,000", zh: "500,000" },
    {
      name: "and its sign where the field has one",
      path: "c_fee",
      value: "500000",
      en: "¥500,000.00",
      zh: "¥500,000.00",
    },
    { name: "less than nothing", path: "total", value: "-1200.5", en: "−1,200.5", zh: "−1,200.5" },
    { name: "a share is a per cent", path: "record.margin", value: "0.125", en: "12.5%", zh: "12.5%" },
    {
      name: "a day is written as readers do",
      path: "c_day",
      value: "2027-01-31",
      en: "31 Jan 2027",
      zh: "2027年1月31日",
    },
    { name: "yes and no", path: "asAgreed", value: true, en: "yes", zh: "是" },
    { name: "a choice goes by its name", path: "currency", value: "none", en: "none", zh: "none" },
    { name: "a text that stands for others", path: "name", value: "x\u0001", en: "something else", zh: "其他内容" },
    { name: "a text stays as it is", path: "name", value: "500000", en: "500000", zh: "500000" },
    { name: "nothing has no words here", path: "total", value: null, en: null, zh: null },
    { name: "nor has a reference", path: "customer", value: "x", en: null, zh: null },
  ])("$name", ({ path, value, en, zh }) => {
    expect([plainWords(english, path, value), plainWords(chinese, path, value)]).toEqual([en, zh]);
  });
});
