import type { BlockSchema } from "../blockSchema.ts";

/** Sends one mail. SMTP knows no key, so a lost attempt may have been delivered: a person is asked by default. */
export const mail: BlockSchema = {
  key: "mail",
  name: { en: "Send mail", zh: "发送邮件" },
  description: { en: "Sends a mail, with a file if wanted.", zh: "发送一封邮件，可附文件。" },
  place: "outer",
  inputs: {
    to: { type: "text", label: { en: "To", zh: "收件人" }, required: true, exact: true },
    subject: { type: "text", label: { en: "Subject", zh: "主题" }, required: true },
    text: { type: "longText", label: { en: "Text", zh: "正文" }, required: true },
    file: { type: "file", label: { en: "Attached file", zh: "附件" }, required: false },
  },
  outputs: {
    messageId: { type: "text", label: { en: "Message id", zh: "邮件编号" } },
    refused: { type: "integer", label: { en: "Addresses refused", zh: "被拒地址数" } },
  },
  onUnknown: "ask",
  takesBack: true,
  profile: "slow",
};
