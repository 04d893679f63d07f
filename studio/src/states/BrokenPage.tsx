import { Button } from "@mantine/core";
import { useNetwork } from "@mantine/hooks";
import { IconAlertTriangle, IconCloudOff } from "@tabler/icons-react";
import { useEffect } from "react";
import { useTranslation } from "react-i18next";
import { EmptyState } from "./EmptyState.tsx";

/** Whether a part of the app itself did not arrive: the line was down, or a newer version has replaced it. */
const didNotArrive = (error: unknown): boolean =>
  error instanceof Error && /dynamically imported module|importing a module script|preload CSS/i.test(error.message);

/** What a page shows when its own code failed or did not arrive. The shell around it goes on; what did not arrive is fetched once the line is back. */
export function BrokenPage({ error }: { readonly error?: unknown }) {
  const { t } = useTranslation("states");
  const { online } = useNetwork();
  const isAway = didNotArrive(error);
  useEffect(() => {
    if (!isAway) return;
    const reload = (): void => window.location.reload();
    window.addEventListener("online", reload);
    return () => window.removeEventListener("online", reload);
  }, [isAway]);
  const isOffline = isAway && !online;
  return (
    <EmptyState
      isPage
      tone={isOffline ? "plain" : "error"}
      icon={isOffline ? IconCloudOff : IconAlertTriangle}
      title={t(isOffline ? "offlineTitle" : isAway ? "awayTitle" : "brokenTitle")}
      text={t(isOffline ? "offlinePage" : isAway ? "awayText" : "brokenText")}
      action={
        <Button variant="default" onClick={() => window.location.reload()}>
          {t(isAway ? "retry" : "reload")}
        </Button>
      }
    />
  );
}
