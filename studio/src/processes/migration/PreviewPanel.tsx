import { Progress } from "@mantine/core";
import { useState } from "react";
import { useTranslation } from "react-i18next";
import { ProblemList } from "../../states/ProblemList.tsx";
import { JudgedCases } from "./JudgedCases.tsx";
import type { Preview, Verdict } from "./usePreview.ts";
import css from "./migration.module.css";

const verdicts = ["moves", "needsMapping", "waitsForEver", "repeatsEffect", "cannot"] as const;

/** Every case's verdict before anything is changed: counted, listed, each leading to its case. */
export function PreviewPanel({ preview, from }: { readonly preview: Preview; readonly from: number }) {
  const { t } = useTranslation("migration");
  const [only, setOnly] = useState<Verdict | null>(null);
  const { of, done, isWhole, counts, cases, problems } = preview;
  const shown = only === null ? cases : cases.filter(({ verdict }) => verdict === only);
  const hidden = (only === null ? done : counts[only]) - shown.length;
  return (
    <section className={css.part} aria-labelledby="migration-preview" aria-busy={!isWhole}>
      <h2 id="migration-preview">{t("preview.title")}</h2>
      {!isWhole && (
        <>
          <p role="status">{t("preview.running", { done, count: of })}</p>
          <Progress value={of === 0 ? 0 : (done / of) * 100} aria-label={t("preview.title")} />
        </>
      )}
      <ProblemList problems={problems} />
      {isWhole && problems.length === 0 && (
        <p className={css.quiet}>{done === 0 ? t("preview.empty", { from }) : t("preview.about")}</p>
      )}
      {done > 0 && (
        <>
          <div className={css.counts} role="group" aria-label={t("table.verdict")}>
            <button type="button" aria-pressed={only === null} onClick={() => setOnly(null)}>
              {t("preview.all")} <b>{done}</b>
            </button>
            {verdicts
              .filter((verdict) => counts[verdict] > 0)
              .map((verdict) => (
                <button
                  key={verdict}
                  type="button"
                  data-count={verdict}
                  aria-pressed={only === verdict}
                  onClick={() => setOnly(verdict)}
                >
                  {t(`verdict.${verdict}`)} <b>{counts[verdict]}</b>
                </button>
              ))}
          </div>
          <JudgedCases cases={shown} label={t("preview.title")} />
          {hidden > 0 && <p className={css.quiet}>{t("preview.more", { count: hidden })}</p>}
        </>
      )}
    </section>
  );
}
