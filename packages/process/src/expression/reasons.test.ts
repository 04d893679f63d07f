import { describe, expect, it } from "vitest";
import { parseExpression } from "./expression.ts";
import { reasonWords } from "./reasons.ts";

const refusedWith = (text: string): string => {
  try {
    parseExpression(text);
  } catch (cause) {
    return cause instanceof Error ? (cause.message.split("\n")[0] ?? "") : "unknown";
  }
  return "taken";
};

describe("why a text is no expression", () => {
  it.each([
    { text: "record.total >", en: "something is missing at the end", zh: "结尾处缺少内容" },
    { text: "(record.total > 1", en: "“)” is wanted here, not the end", zh: "此处应为“)”，而不是结尾" },
    { text: "record.", en: "a name is wanted here, not the end", zh: "此处应为名称，而不是结尾" },
    { text: "record.total > 1 )", en: "“)” cannot stand here", zh: "此处不能出现“)”" },
    { text: "record.total & 1", en: "“&” cannot stand here", zh: "此处不能出现“&”" },
    { text: "record.name == 'a", en: "a text is not closed by a quotation mark", zh: "文本缺少结束引号" },
    { text: `${"(".repeat(500)}1${")".repeat(500)}`, en: "it is too long or too deep", zh: "内容过长或嵌套过深" },
    { text: "vars.l.all(a, vars.l.all(b, a == b))", en: "it would take too long" },
    { text: "record.constructor == 1", en: "a field cannot have this name" },
    { text: "0.1 + 0.2 > 1", zh: "此处计算不精确，请将 0.1 写作 decimal('0.1')" },
    { text: "record.name.matches('a')", zh: "不支持正则匹配，请使用 startsWith、endsWith 或 contains" },
    { text: "record.a == 'x' && record.a.b == 1", zh: "请只使用 a 本身或其字段，不能同时使用" },
  ])("$text", ({ text, ...words }) => {
    expect(reasonWords(refusedWith(text))).toMatchObject(words);
  });
});
