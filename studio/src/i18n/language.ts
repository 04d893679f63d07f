import type { Language, LocalText } from "@sluice/problems";

const storageKey = "sluice.language";

/** The language this browser was last used in, else the one it asks for, else English; English where there is no browser. */
export const rememberedLanguage = (): Language => {
  if (typeof localStorage === "undefined") return "en";
  const kept = localStorage.getItem(storageKey);
  if (kept === "en" || kept === "zh") return kept;
  return navigator.language.toLowerCase().startsWith("zh") ? "zh" : "en";
};

export const rememberLanguage = (language: Language): void => localStorage.setItem(storageKey, language);

/** The `lang` of the page: with it Han characters take their Chinese shapes. */
export const htmlLanguageOf = (language: Language): string => (language === "zh" ? "zh-CN" : "en");

/** A text for people in one language; the other one stands in while a translation is missing. */
export const localTextIn = (text: LocalText | string | null | undefined, language: Language): string => {
  if (text === null || text === undefined) return "";
  if (typeof text === "string") return text;
  return text[language] || text.en || text.zh;
};
