import { describe, expect, it } from "vitest";
import { sayingsIn } from "../fixture/sayingsIn.ts";
import { blockWords } from "./blockWords.ts";

const noticing = (subject: { readonly value: object | string } | { readonly expression: string }) => ({
  block: "notice",
  inputs: { subject: subject as never },
});

describe("what a block is given, in a sentence", () => {
  it.each([
    { subject: { value: "Done" }, en: "“Done”", zh: "“Done”" },
    { subject: { value: { en: "Done", zh: "完成" } }, en: "“Done”", zh: "“完成”" },
    {
      subject: {
        expression: `{"en": "By " + shown(case.decidedBy, "en"), "zh": shown(case.decidedBy, "zh") + "已办"}`,
      },
      en: "“By [Who decided last: name]”",
      zh: "“[最近的处理人（姓名）]已办”",
    },
    { subject: { expression: "vars.x" }, en: "vars.x", zh: "vars.x" },
    { subject: { value: { by: "owner" } }, en: '{"by":"owner"}', zh: '{"by":"owner"}' },
  ])("$en", ({ subject, en, zh }) => {
    const words = (["en", "zh"] as const).map((language) => blockWords(sayingsIn(language), noticing(subject)));
    expect(words.map((text) => [text.includes(en), text.includes(zh)])).toEqual([
      [true, en === zh],
      [en === zh, true],
    ]);
  });
});
