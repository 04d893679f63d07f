import { useMemo } from "react";
import { useTranslation } from "react-i18next";
import { useCatalogue } from "./catalogue.ts";
import type { Say, Sayings } from "./sayings.ts";

/** The canvas's way of speaking in the reader's language. The same object until language or catalogue change. */
export const useSayings = (): Sayings => {
  const { t, i18n } = useTranslation("canvas");
  const { language } = i18n;
  const catalogue = useCatalogue();
  return useMemo(
    () => ({
      language: language === "zh" ? "zh" : "en",
      say: t as unknown as Say,
      has: (key) => i18n.exists(`canvas:${key}`),
      catalogue,
    }),
    [t, i18n, language, catalogue],
  );
};
