import { useNetwork } from "@mantine/hooks";
import { IconCloudOff } from "@tabler/icons-react";
import { useTranslation } from "react-i18next";
import { useConnection } from "../live/connection.ts";
import css from "./states.module.css";

/** Says so while the browser is offline or the stream of news is down. */
export function ConnectionBanner() {
  const { t } = useTranslation("states");
  const { online } = useNetwork();
  const connected = useConnection((state) => state.connected);
  if (online && connected) return null;
  return (
    <div className={css.banner} role="status">
      <IconCloudOff size={15} aria-hidden="true" />
      {online ? t("liveDown") : t("offlineBanner", { title: t("offlineTitle"), text: t("offlineText") })}
    </div>
  );
}
