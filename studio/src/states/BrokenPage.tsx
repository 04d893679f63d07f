import { Button } from "@mantine/core";
import { IconAlertTriangle } from "@tabler/icons-react";
import { useTranslation } from "react-i18next";
import { EmptyState } from "./EmptyState.tsx";

/** What a page shows when its own code failed. The shell around it goes on. */
export function BrokenPage() {
  const { t } = useTranslation("states");
  return (
    <EmptyState
      tone="error"
      icon={IconAlertTriangle}
      title={t("brokenTitle")}
      text={t("brokenText")}
      action={
        <Button variant="default" onClick={() => window.location.reload()}>
          {t("reload")}
        </Button>
      }
    />
  );
}
