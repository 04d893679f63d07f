import { IconAlertTriangle, IconClock } from "@tabler/icons-react";
import { useTranslation } from "react-i18next";
import { Chip } from "../records/Chip.tsx";
import { useFormats } from "../text/useFormats.ts";
import { useNow } from "../text/useNow.ts";

const soonInMs = 4 * 3_600_000;

/** When it is due: quiet while there is time, amber when it gets close, red when it is late. */
export function DueChip({ dueAt, late }: { readonly dueAt: string | null; readonly late: boolean }) {
  const { t } = useTranslation("inbox");
  const { distance, instant } = useFormats();
  const nowMs = useNow();
  if (dueAt === null) return null;
  const msLeft = new Date(dueAt).getTime() - nowMs;
  const isLate = late || msLeft <= 0;
  const Icon = isLate ? IconAlertTriangle : IconClock;
  return (
    <Chip tone={isLate ? "error" : msLeft < soonInMs ? "warn" : "plain"} title={instant(dueAt)}>
      <Icon size={13} aria-hidden="true" />
      {isLate ? t("late", { when: distance(dueAt) }) : t("due", { when: distance(dueAt) })}
    </Chip>
  );
}
