import { useTranslation } from "react-i18next";
import { useStore } from "zustand";
import type { CanvasStore } from "../../canvas/store/canvasStore.ts";
import { useWhatIf } from "./useWhatIf.ts";
import css from "./whatIf.module.css";

/** What the draft would have made of closed cases, in two lines, for whoever is about to publish it; and the way there. */
export function WhatIfSummary({ store, onOpen }: { readonly store: CanvasStore; readonly onOpen: () => void }) {
  const { t } = useTranslation("whatIf");
  const key = useStore(store, ({ definition }) => definition.key);
  const { data: whatIf, isRunning } = useWhatIf(key);
  if (whatIf === undefined) return null;
  const summary = whatIf?.summary ?? null;
  const unknown = summary === null ? 0 : summary.cases - summary.comparable;
  const forbidden = summary?.forbidden.cases ?? 0;
  return (
    <div className={css.short}>
      <h3>{t("summary.title")}</h3>
      <p>
        {isRunning
          ? t("summary.running")
          : summary === null
            ? t("summary.none")
            : t("summary.said", {
                count: summary.comparable,
                flipped: summary.flipped,
                more: summary.more.approvals,
                fewer: summary.fewer.approvals,
              })}
        {forbidden > 0 && ` ${t("summary.forbidden", { count: forbidden })}`}
        {unknown > 0 && ` ${t("summary.unknown", { count: unknown })}`}
        {whatIf !== null && !whatIf.isCurrent && ` ${t("summary.stale")}`}{" "}
        <button type="button" onClick={onOpen}>
          {t("summary.open")}
        </button>
      </p>
    </div>
  );
}
