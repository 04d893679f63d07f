import { useTranslation } from "react-i18next";
import { useCanvas } from "../store/canvasContext.ts";
import css from "./change.module.css";

/** What became of a step or stage between two versions: in a word, never by colour alone. */
export function ChangeBadge({ id }: { readonly id: string }) {
  const { t } = useTranslation("versions");
  const change = useCanvas(({ changes }) => changes?.get(id));
  if (change === undefined || change === "moved") return null;
  return (
    <span className={css.badge} data-change-badge={change}>
      {t(`kind.${change}`)}
    </span>
  );
}
