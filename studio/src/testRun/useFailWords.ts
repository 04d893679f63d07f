import type { PlayedStory } from "@sluice/process";
import { useCallback } from "react";
import { useTranslation } from "react-i18next";
import { failsAt } from "./failsAt.ts";

/** Says where a story goes otherwise than it is told. */
export const useFailWords = (): ((played: PlayedStory) => string) => {
  const { t } = useTranslation("testRun");
  return useCallback(
    (played) => {
      const at = failsAt(played) ?? 0;
      if (played.moments[at]?.isCut) return t("stories.cut");
      return at === 0 ? t("stories.failedAtStart") : t("stories.failedAt", { number: at });
    },
    [t],
  );
};
