import type { Language } from "@sluice/problems";
import i18next from "i18next";
import { initReactI18next } from "react-i18next";
import { en } from "./en/index.ts";
import { htmlLanguageOf, rememberedLanguage, rememberLanguage } from "./language.ts";
import { zh } from "./zh/index.ts";

declare module "i18next" {
  interface CustomTypeOptions {
    defaultNS: "shell";
    resources: typeof en;
    returnNull: false;
  }
}

/** Every text of the app, by area and key. Keys are typed; `sameKeys.test.ts` keeps both languages complete. */
export const i18n = i18next.createInstance();

void i18n.use(initReactI18next).init({
  lng: rememberedLanguage(),
  fallbackLng: "en",
  resources: { en, zh },
  defaultNS: "shell",
  ns: Object.keys(en),
  interpolation: { escapeValue: false },
  returnNull: false,
  initAsync: false,
});

const showLanguage = (language: string): void => {
  if (typeof document !== "undefined") document.documentElement.lang = htmlLanguageOf(language as Language);
};
showLanguage(i18n.language);
i18n.on("languageChanged", showLanguage);

/** Switches the whole app; remembered in this browser. */
export const changeLanguage = async (language: Language): Promise<void> => {
  rememberLanguage(language);
  await i18n.changeLanguage(language);
};
