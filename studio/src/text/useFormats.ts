import { moneyText } from "@sluice/domain";
import { useMemo } from "react";
import { useLanguage } from "../i18n/useLanguage.ts";
import { civilDateText, dateTextOf, instantText, relativeText } from "./formats.ts";

/** Money, instants and distances in the reader's language. */
export const useFormats = () => {
  const { language } = useLanguage();
  return useMemo(
    () => ({
      money: moneyText,
      instant: (at: string) => instantText(at, language),
      date: (date: string) => civilDateText(date, language),
      day: (at: string) => dateTextOf(at, language),
      distance: (at: string) => relativeText(at, Date.now(), language),
    }),
    [language],
  );
};
