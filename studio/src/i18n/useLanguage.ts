import type { Language, LocalText } from "@sluice/problems";
import { useTranslation } from "react-i18next";
import { localTextIn } from "./language.ts";

/** The reader's language, and a way to read texts that come as data. */
export const useLanguage = (): {
  language: Language;
  local: (text: LocalText | string | null | undefined) => string;
} => {
  const { i18n } = useTranslation();
  const language: Language = i18n.language === "zh" ? "zh" : "en";
  return { language, local: (text) => localTextIn(text, language) };
};
