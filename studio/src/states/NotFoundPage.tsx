import { IconMap2 } from "@tabler/icons-react";
import { useTranslation } from "react-i18next";
import { LinkButton } from "../shell/LinkButton.tsx";
import { EmptyState } from "./EmptyState.tsx";

/** An address that leads nowhere. */
export function NotFoundPage() {
  const { t } = useTranslation("states");
  return (
    <EmptyState
      isPage
      icon={IconMap2}
      title={t("notFoundTitle")}
      text={t("notFoundText")}
      action={
        <LinkButton to="/inbox" variant="default">
          {t("goHome")}
        </LinkButton>
      }
    />
  );
}
