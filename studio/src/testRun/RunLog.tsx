import type { PlayedMoment } from "@sluice/process";
import { IconCheck, IconX } from "@tabler/icons-react";
import { useEffect, useRef } from "react";
import { useTranslation } from "react-i18next";
import { expectationWords, seenWords } from "./expectationWords.ts";
import { cameWords, didWords } from "./momentWords.ts";
import { codeWords, reasonOf, sawOf } from "./runWords.ts";
import type { OpenRun } from "./useRun.ts";
import css from "./runPanel.module.css";

/** What happened in a run, moment by moment, in sentences; each can be gone to. In a story, what was expected and what was seen instead. */
export function RunLog({ open }: { readonly open: OpenRun }) {
  const { t } = useTranslation("testRun");
  const { run, moments, words, definition, goTo } = open;
  const list = useRef<HTMLOListElement>(null);
  useEffect(() => {
    list.current?.querySelector("[aria-current]")?.scrollIntoView({ block: "nearest" });
  }, [run.at]);
  return (
    <section className={css.part} aria-labelledby="run-log">
      <h3 id="run-log">{t("log.title")}</h3>
      <ol className={css.log} ref={list}>
        {moments.map((moment, at) => (
          <li key={at} data-moment={at} data-future={at > run.at || undefined}>
            <button type="button" aria-current={at === run.at ? "step" : undefined} onClick={() => goTo(at)}>
              <b aria-hidden>{at}</b>
              <span>{didWords(words, definition, moment.when)}</span>
            </button>
            <MomentLines moment={moment} open={open} />
          </li>
        ))}
      </ol>
    </section>
  );
}

function MomentLines({
  moment,
  open: { words, definition },
}: {
  readonly moment: PlayedMoment;
  readonly open: OpenRun;
}) {
  const { t } = useTranslation("testRun");
  return (
    <div className={css.came}>
      {moment.refusals.map((problem) => {
        const saw = sawOf(words, problem);
        return (
          <p key={problem.code} className={css.why} data-refusal={problem.code}>
            {t("log.refused", { why: reasonOf(words, problem) })}
            {saw.length > 0 && <span>{t("now.saw", { what: saw.join(t("log.and")) })}</span>}
          </p>
        );
      })}
      {cameWords(words, definition, moment).map(({ at, text }, index) => (
        <p key={index}>
          {at !== null && <time>{at}</time>} {text}
        </p>
      ))}
      {moment.verdicts.map((verdict) => (
        <p key={JSON.stringify(verdict.expectation)} className={css.verdict} data-met={verdict.met}>
          {verdict.met ? <IconCheck size={14} stroke={2} aria-hidden /> : <IconX size={14} stroke={2} aria-hidden />}
          <span>
            <span className="visuallyHidden">{t(verdict.met ? "see.met" : "see.unmet")}: </span>
            {expectationWords(words, definition, verdict.expectation)}
            {!verdict.met && <em>{t("see.instead", { what: seenWords(words, definition, verdict) })}</em>}
          </span>
        </p>
      ))}
      {words.story.steps.some(({ expect }) => expect.length > 0) &&
        moment.unexpected.map(({ code }) => (
          <p key={code} className={css.verdict} data-met={false}>
            <IconX size={14} stroke={2} aria-hidden />
            <span>{t("see.unexpected", { why: codeWords(words, code) })}</span>
          </p>
        ))}
      {moment.isCut && <p className={css.why}>{t("see.cut")}</p>}
    </div>
  );
}
