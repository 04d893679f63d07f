import type { Json } from "@sluice/process";
import { IconAlertTriangle, IconCircleCheck, IconCircleX } from "@tabler/icons-react";
import { useTranslation } from "react-i18next";
import { valueOf } from "../../../testRun/runWords.ts";
import { useCatalogue } from "../../sayings/catalogue.ts";
import { fieldLabel, type Say } from "../../sayings/sayings.ts";
import { useSayings } from "../../sayings/useSayings.ts";
import { ChooseRecord } from "./ChooseRecord.tsx";
import type { Trial } from "./useTrial.ts";
import css from "./trial.module.css";

const icons = {
  holds: IconCircleCheck,
  fails: IconCircleX,
  broken: IconAlertTriangle,
  open: IconAlertTriangle,
} as const;

/** The values that a condition saw, in words. */
const useSawWords = () => {
  const { t } = useTranslation("testRun");
  const sayings = useSayings();
  return (saw: { readonly [path: string]: Json }): string =>
    Object.entries(saw)
      .map(([path, value]) => {
        const own = path.replace(/^record\./u, "");
        return t("trial.saw", {
          field: fieldLabel(sayings, own),
          value: valueOf({ say: t as unknown as Say, sayings }, own, value),
        });
      })
      .join(t("log.and"));
};

/** Below a condition: which record it is tried on, whether it holds for it, and why not. */
export function ConditionTrial({ trial, isFailed }: { readonly trial: Trial | null; readonly isFailed: boolean }) {
  const { t } = useTranslation("testRun");
  const { schema } = useCatalogue();
  const sawWords = useSawWords();
  if (schema === null) return null;
  const { tried, title = "" } = trial ?? {};
  const Icon = tried ? icons[tried.answer] : null;
  return (
    <div className={css.trial}>
      {tried && Icon && (
        <p className={css.answer} data-tried={tried.answer} role="status">
          <Icon size={15} stroke={1.8} aria-hidden />
          <span>
            {tried.answer === "open"
              ? t("trial.open", {
                  names: tried.roots.map((root) => t(`trial.root.${root as "vars"}`)).join(t("log.and")),
                })
              : tried.answer === "broken"
                ? t("trial.broken", { title, part: tried.reason })
                : t(`trial.${tried.answer}`, { title })}
            {tried.answer === "fails" &&
              tried.failed.map(({ text, saw }) => (
                <small key={text}>{Object.keys(saw).length === 0 ? text : sawWords(saw)}</small>
              ))}
            {tried.answer === "broken" && <small>{sawWords(tried.saw)}</small>}
          </span>
        </p>
      )}
      {isFailed && <p role="alert">{t("given.copyFailed")}</p>}
      <ChooseRecord isChosen={trial !== null} />
    </div>
  );
}

/** Beside a row of a condition: the value it saw, and whether it holds. */
export function RowTrial({ trial, text }: { readonly trial: Trial; readonly text: string }) {
  const { t } = useTranslation("testRun");
  const sawWords = useSawWords();
  const tried = trial.of(text);
  if (tried.answer === "open") return null;
  const Icon = icons[tried.answer];
  return (
    <p className={css.row} data-tried={tried.answer}>
      <Icon size={14} stroke={1.8} aria-hidden />
      <span>
        {sawWords(tried.saw)}
        <span className="visuallyHidden">: {t(`trial.row.${tried.answer}`)}</span>
      </span>
    </p>
  );
}
