import { IconClockPause } from "@tabler/icons-react";
import { useTranslation } from "react-i18next";
import { useQueryOf } from "../api/useQueryOf.ts";
import { useFormats } from "../text/useFormats.ts";
import css from "./states.module.css";

const EVERY_MS = 10_000;

/** Says so while what waits for time and outer effects is not carried on. People go on deciding meanwhile. */
export function CarrierBanner() {
  const { t } = useTranslation("states");
  const { instant } = useFormats();
  const { data } = useQueryOf("live.carrier", undefined, { refetchEveryMs: EVERY_MS });
  if (data === undefined || data.isUp) return null;
  return (
    <div className={css.banner} role="status">
      <IconClockPause size={15} aria-hidden="true" />
      {t("carrierDown", { when: instant(data.since) })}
    </div>
  );
}
