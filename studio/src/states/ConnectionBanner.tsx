import { useNetwork } from "@mantine/hooks";
import { IconClockPause, IconCloudOff } from "@tabler/icons-react";
import { useTranslation } from "react-i18next";
import { useQueryOf } from "../api/useQueryOf.ts";
import { useConnection } from "../live/connection.ts";
import css from "./states.module.css";

const askEveryMs = 20_000;

/** Says so while the browser is offline, the stream of news is down, or what waits for time and mail is not carried on. */
export function ConnectionBanner() {
  const { t } = useTranslation("states");
  const { online } = useNetwork();
  const connected = useConnection((state) => state.connected);
  const carrier = useQueryOf("live.carrier", undefined, { refetchEveryMs: askEveryMs, staleMs: 0 });
  const isCarried = carrier.data?.isUp ?? true;
  if (online && connected && isCarried) return null;
  const Icon = online && connected ? IconClockPause : IconCloudOff;
  return (
    <div className={css.banner} role="status">
      <Icon size={15} aria-hidden="true" />
      {online ? (connected ? t("carrierDown") : t("liveDown")) : `${t("offlineTitle")}. ${t("offlineText")}`}
    </div>
  );
}
