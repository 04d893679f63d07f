import type { BlockSchema } from "../blockSchema.ts";

/** Prints a quote as PDF, with a text before its lines and one after them, and keeps the file. Printing again gives the same file, so it is simply repeated. */
export const pdf: BlockSchema = {
  key: "pdf",
  name: { en: "Print PDF", zh: "生成 PDF" },
  description: { en: "Prints a quote and keeps the file with it.", zh: "打印报价单并将文件存于其下。" },
  place: "outer",
  inputs: {
    quote: { type: "record", label: { en: "Quote", zh: "报价单" }, required: true },
    language: {
      type: "text",
      label: { en: "Language (en or zh)", zh: "语言（en 或 zh）" },
      required: false,
      exact: true,
    },
    opening: { type: "localText", label: { en: "Opening text", zh: "开头语" }, required: false, long: true },
    closing: { type: "localText", label: { en: "Closing terms", zh: "结尾条款" }, required: false, long: true },
  },
  outputs: {
    file: { type: "file", label: { en: "File", zh: "文件" } },
    name: { type: "text", label: { en: "File name", zh: "文件名" } },
  },
  onUnknown: "repeat",
  profile: "slow",
};
