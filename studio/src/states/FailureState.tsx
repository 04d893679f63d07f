import { Button } from "@mantine/core";
import { IconCloudOff, IconLock, IconMoodEmpty, IconPlugConnectedX } from "@tabler/icons-react";
import { useTranslation } from "react-i18next";
import { isForbidden, isNotFound, isRefused, problemsOf } from "../api/problemsOf.ts";
import { useLanguage } from "../i18n/useLanguage.ts";
import { LinkButton } from "../shell/LinkButton.tsx";
import { EmptyState } from "./EmptyState.tsx";

/** Why a page could not be shown, in the words that fit: not there, not allowed, offline, or broken. */
export function FailureState({
  error,
  onRetry,
  compact = false,
  isPage = false,
}: {
  readonly error: unknown;
  readonly onRetry?: () => void;
  readonly compact?: boolean;
  /** Whether it stands for the whole page. */
  readonly isPage?: boolean;
}) {
  const size = { compact, isPage };
  const { t } = useTranslation("states");
  const { language } = useLanguage();
  const retry =
    onRetry === undefined
      ? {}
      : {
          action: (
            <Button variant="default" onClick={onRetry}>
              {t("retry")}
            </Button>
          ),
        };
  const home = compact
    ? {}
    : {
        action: (
          <LinkButton to="/inbox" variant="default">
            {t("goHome")}
          </LinkButton>
        ),
      };
  if (isNotFound(error))
    return <EmptyState {...size} icon={IconMoodEmpty} title={t("notFoundTitle")} text={t("notFoundText")} {...home} />;
  if (isForbidden(error))
    return <EmptyState {...size} icon={IconLock} title={t("forbiddenTitle")} text={t("forbiddenText")} {...home} />;
  if (!navigator.onLine)
    return <EmptyState {...size} icon={IconCloudOff} title={t("offlineTitle")} text={t("offlineText")} {...retry} />;
  const text = isRefused(error) ? (problemsOf(error, language)[0]?.message ?? t("failedText")) : t("failedText");
  return (
    <EmptyState {...size} tone="error" icon={IconPlugConnectedX} title={t("failedTitle")} text={text} {...retry} />
  );
}
