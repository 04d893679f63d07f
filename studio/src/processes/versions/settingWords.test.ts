import type { ProcessDefinition } from "@sluice/process";
import { templateOf } from "@sluice/templates";
import { describe, expect, it } from "vitest";
import { sayingsIn } from "../../canvas/fixture/sayingsIn.ts";
import { i18n } from "../../i18n/i18n.ts";
import type { Naming } from "./elementWords.ts";
import { settingLabel, turnWords } from "./settingWords.ts";

const subject = { key: "subject", label: { en: "Subject", zh: "主题" }, type: "text", required: true } as const;
const mail = { key: "mail", label: { en: "Send mail", zh: "发送邮件" }, inputs: [subject], outputs: [] };
const labels = { field: (key: string) => key, option: (_key: string, value: unknown) => String(value) };

const namingIn = (language: "en" | "zh", definition: ProcessDefinition): Naming => {
  const sayings = sayingsIn(language);
  return {
    sayings: { ...sayings, catalogue: { ...sayings.catalogue, blocks: [mail] } },
    t: i18n.getFixedT(language, "versions"),
    definition,
  };
};

const toldIn = (language: "en" | "zh", id: string, path: string, before: unknown, after: unknown): string => {
  const naming = namingIn(language, templateOf("quote"));
  const label = settingLabel(naming, labels, path, { of: "node", id });
  return `${label}: ${turnWords(naming, labels, { path, before, after })}`;
};

const long = { value: "x".repeat(119) };

describe("a setting that differs between two versions, in words", () => {
  it.each([
    {
      name: "what goes into a block has the block's word for it, and is told as it is written",
      id: "mailQuote",
      path: "inputs.subject",
      before: { expression: `"Quote " + shown(record.?number, "en")` },
      after: { value: { en: "Our quote", zh: "我方报价" } },
      en: "Subject: “Quote [Number]” → “Our quote”",
      zh: "主题: “Quote [编号]” → “我方报价”",
    },
    {
      name: "what goes into a field has the field's label",
      id: "markSent",
      path: "inputs.sentAt",
      before: { expression: "now" },
      after: { expression: "case.at" },
      en: "Sent: now → case.at",
      zh: "发出时间: now → case.at",
    },
    {
      name: "a text that is too long for a list is only said to be another",
      id: "mailQuote",
      path: "inputs.subject",
      before: { value: "Quote" },
      after: long,
      en: "Subject: set otherwise",
      zh: "主题: 设置已改",
    },
    {
      name: "people stand in a row as the reader's language has it",
      id: "managerApproval",
      path: "who",
      before: [{ by: "owner" }],
      after: [{ by: "owner" }, { by: "initiator" }],
      en: "who: Owner → Owner, Initiator",
      zh: "who: 负责人 → 负责人、发起人",
    },
  ])("$name", ({ id, path, before, after, en, zh }) => {
    expect([toldIn("en", id, path, before, after), toldIn("zh", id, path, before, after)]).toEqual([en, zh]);
  });
});
