import { IconLock } from "@tabler/icons-react";
import { useTranslation } from "react-i18next";
import { LinkButton } from "../shell/LinkButton.tsx";
import { EmptyState } from "./EmptyState.tsx";

/** A page for something that the reader's roles never allow: said at once, before anything is typed. */
export function NotForYou() {
  const { t } = useTranslation("states");
  return (
    <EmptyState
      isPage
      icon={IconLock}
      title={t("notForYouTitle")}
      text={t("forbiddenText")}
      action={
        <LinkButton to="/inbox" variant="default">
          {t("goHome")}
        </LinkButton>
      }
    />
  );
}
