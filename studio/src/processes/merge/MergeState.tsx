import { useTranslation } from "react-i18next";
import type { Verdict } from "../useVerdictOf.ts";
import css from "./merge.module.css";

/** Whether what came of a merge could be published. */
export function MergeState({ verdict }: { readonly verdict: Verdict }) {
  const { t } = useTranslation("versions");
  const said = (): string => {
    if (verdict.status !== "done") return t(verdict.status === "failed" ? "merge.failed" : "merge.checking");
    if (verdict.errors > 0) return t("merge.errors", { count: verdict.errors });
    return verdict.warnings > 0 ? t("merge.warnings", { count: verdict.warnings }) : t("merge.checked");
  };
  return (
    <p
      className={css.state}
      role="status"
      data-verdict={verdict.status}
      data-errors={(verdict.status === "done" && verdict.errors > 0) || undefined}
    >
      {said()}
    </p>
  );
}
