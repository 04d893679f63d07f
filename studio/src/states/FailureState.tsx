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
}: {
  readonly error: unknown;
  readonly onRetry?: () => void;
  readonly compact?: boolean;
}) {
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
    return (
      <EmptyState
        compact={compact}
        icon={IconMoodEmpty}
        title={t("notFoundTitle")}
        text={t("notFoundText")}
        {...home}
      />
    );
  if (isForbidden(error))
    return (
      <EmptyState compact={compact} icon={IconLock} title={t("forbiddenTitle")} text={t("forbiddenText")} {...home} />
    );
  if (!navigator.onLine)
    return (
      <EmptyState compact={compact} icon={IconCloudOff} title={t("offlineTitle")} text={t("offlineText")} {...retry} />
    );
  const text = isRefused(error) ? (problemsOf(error, language)[0]?.message ?? t("failedText")) : t("failedText");
  return (
    <EmptyState
      compact={compact}
      tone="error"
      icon={IconPlugConnectedX}
      title={t("failedTitle")}
      text={text}
      {...retry}
    />
  );
}
