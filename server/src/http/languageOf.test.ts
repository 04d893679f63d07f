import { describe, expect, it } from "vitest";
import { languageOf } from "./languageOf.ts";

describe("languageOf", () => {
  it.each([
    {
      name: "takes what the studio says first",
      headers: { "x-sluice-language": "zh", "accept-language": "en" },
      is: "zh",
    },
    { name: "knows regions of Chinese", headers: { "accept-language": "zh-CN,zh;q=0.9,en;q=0.8" }, is: "zh" },
    { name: "skips languages it does not ship", headers: { "accept-language": "fr-FR,zh;q=0.5" }, is: "zh" },
    { name: "falls back to English", headers: { "accept-language": "fr-FR" }, is: "en" },
    { name: "does not trust an unknown word", headers: { "x-sluice-language": "<script>" }, is: "en" },
    { name: "lives without headers", headers: {}, is: "en" },
  ])("$name", ({ headers, is }) => {
    expect(languageOf(headers)).toBe(is);
  });
});
