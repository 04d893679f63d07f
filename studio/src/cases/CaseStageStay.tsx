import { useTranslation } from "react-i18next";
import type { CaseAnswer } from "../api/shapes.ts";
import { Chip } from "../records/Chip.tsx";
import { useFormats } from "../text/useFormats.ts";
import css from "./cases.module.css";

/** Who answers for the record in its stage, and until when it may be there; nothing where the stage says neither. */
export function CaseStageStay({ stay }: { readonly stay: CaseAnswer["stageStay"] }) {
  const { t } = useTranslation("cases");
  const { instant } = useFormats();
  if (stay === null || (stay.owners.length === 0 && stay.until === null && stay.lateSince === null)) return null;
  return (
    <p className={css.stay}>
      {stay.owners.length === 0 ? null : (
        <span>{t("answersHere", { names: stay.owners.map(({ name }) => name).join(t("and")) })}</span>
      )}
      {stay.until === null ? null : <span>{t("mayStayUntil", { when: instant(stay.until) })}</span>}
      {stay.lateSince === null ? null : <Chip tone="error">{t("lateSince", { when: instant(stay.lateSince) })}</Chip>}
    </p>
  );
}
