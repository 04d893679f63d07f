import type { Reader } from "../reader.ts";

interface Titled {
  readonly title: string;
  readonly fields: Readonly<Record<string, unknown>>;
}

/** A product has a name of its own in Chinese; everything else is called the same in both languages. */
export const titleFor = ({ title, fields }: Titled, { language }: Pick<Reader, "language">): string => {
  const { nameZh } = fields;
  return (language === "zh" && typeof nameZh === "string" ? nameZh : null) || title;
};
