import type { StoryVerdict } from "@sluice/process";
import { useCallback } from "react";
import { useTranslation } from "react-i18next";

/** Says where a story goes otherwise than it is told. */
export const useFailWords = (): ((verdict: StoryVerdict) => string) => {
  const { t } = useTranslation("testRun");
  return useCallback(
    ({ failsAt, isCut }) => {
      if (isCut) return t("stories.cut");
      return failsAt === null || failsAt === 0
        ? t("stories.failedAtStart")
        : t("stories.failedAt", { number: failsAt });
    },
    [t],
  );
};
