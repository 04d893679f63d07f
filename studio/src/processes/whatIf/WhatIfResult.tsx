import type { ReactNode } from "react";
import { textIn } from "../../canvas/sayings/sayings.ts";
import { shortWorkingMinutes } from "../../canvas/sayings/shortMinutes.ts";
import type { WhatIf } from "./useWhatIf.ts";
import { WhatIfLoad } from "./WhatIfLoad.tsx";
import { nodeName, outcomeName, reasonWords, type Words } from "./words.ts";
import css from "./whatIf.module.css";

type Summary = NonNullable<WhatIf["summary"]>;

interface CardProps {
  readonly label: string;
  readonly value: ReactNode;
  readonly note: string;
  readonly tone?: "better" | "worse" | "plain";
}

function Card({ label, value, note, tone = "plain" }: CardProps) {
  return (
    <div className={css.card} data-tone={tone}>
      <dt>{label}</dt>
      <dd>
        <b>{value}</b>
        <small>{note}</small>
      </dd>
    </div>
  );
}

function Section({
  title,
  note,
  children,
}: {
  readonly title: string;
  readonly note?: string;
  readonly children: ReactNode;
}) {
  return (
    <section className={css.section}>
      <h3>{title}</h3>
      {note !== undefined && <p className={css.muted}>{note}</p>}
      {children}
    </section>
  );
}

/** What a what-if comes to: outcomes, approvals, times, load; and what it rests on. */
export function WhatIfResult({
  whatIf,
  summary,
  words,
}: {
  readonly whatIf: WhatIf;
  readonly summary: Summary;
  readonly words: Words;
}) {
  const { t, sayings } = words;
  const { version } = whatIf;
  const { cases, comparable, flipped, more, fewer, cycle, flips, approvalsAt, drawn, unknown, forbidden } = summary;
  const time = (minutes: number): string => shortWorkingMinutes(sayings, minutes, whatIf.minutesPerDay);
  const cycleCard = (share: "median" | "p90") => {
    const was = cycle.was?.[share] ?? 0;
    const now = cycle.now?.[share] ?? 0;
    const isSame = Math.round(was) === Math.round(now);
    return (
      <Card
        label={t(`card.${share}`)}
        value={cycle.now === null ? "–" : time(now)}
        note={cycle.was === null ? "" : isSame ? t("card.same") : t("card.was", { was: time(was) })}
        tone={isSame ? "plain" : now < was ? "better" : "worse"}
      />
    );
  };
  return (
    <>
      <dl className={css.cards}>
        <Card
          label={t("card.flipped")}
          value={flipped}
          note={t("card.ofCases", { count: comparable })}
          tone={flipped > 0 ? "worse" : "plain"}
        />
        <Card label={t("card.more")} value={more.approvals} note={t("card.inCases", { count: more.cases })} />
        <Card label={t("card.fewer")} value={fewer.approvals} note={t("card.inCases", { count: fewer.cases })} />
        {cycleCard("median")}
        {cycleCard("p90")}
        {forbidden.cases > 0 && (
          <Card
            label={t("card.forbidden")}
            value={forbidden.cases}
            note={t("card.ofCases", { count: comparable })}
            tone="worse"
          />
        )}
        <Card label={t("card.unknown")} value={cases - comparable} note={t("card.ofCases", { count: cases })} />
      </dl>
      <div className={css.sections}>
        {flips.length > 0 && (
          <Section title={t("flips")}>
            <ul className={css.counts}>
              {flips.map(({ from, to, stage, count }) => (
                <li key={JSON.stringify([from, to, stage])}>
                  <span>
                    {t("flip", {
                      from: outcomeName(words, from),
                      to: stage === null ? outcomeName(words, to) : t("openAt", { stage: nodeName(words, stage) }),
                    })}
                  </span>
                  <b>{count}</b>
                </li>
              ))}
            </ul>
          </Section>
        )}
        {approvalsAt.length > 0 && (
          <Section title={t("steps")}>
            <table className={css.table}>
              <thead>
                <tr>
                  <th scope="col">{t("step")}</th>
                  <th scope="col">{t("before")}</th>
                  <th scope="col">{version === null ? t("after") : t("afterVersion", { version })}</th>
                </tr>
              </thead>
              <tbody>
                {approvalsAt.map(({ node, was, now }) => (
                  <tr key={node} data-changed={was !== now || undefined}>
                    <th scope="row">{nodeName(words, node)}</th>
                    <td>{was}</td>
                    <td>{now}</td>
                  </tr>
                ))}
              </tbody>
            </table>
          </Section>
        )}
        {summary.load.length > 0 && (
          <Section title={t("load")}>
            <WhatIfLoad load={summary.load} t={t} />
          </Section>
        )}
        {forbidden.controls.length > 0 && (
          <Section
            title={t("forbidden")}
            note={version === null ? t("forbiddenText") : t("forbiddenVersion", { version })}
          >
            <ul className={css.counts} data-forbidden>
              {forbidden.controls.map(({ control, sentence, cases: count }) => (
                <li key={control}>
                  <span>{textIn(sayings, sentence)}</span>
                  <b>{count}</b>
                </li>
              ))}
            </ul>
          </Section>
        )}
        {drawn.length > 0 && (
          <Section title={t("guessed")} note={t("guessedText")}>
            <ul className={css.counts}>
              {drawn.map(({ node, from, cases: count }) => (
                <li key={`${node}:${from}`}>
                  <span>
                    {nodeName(words, node)}
                    <small>{t(from, { count })}</small>
                  </span>
                </li>
              ))}
            </ul>
          </Section>
        )}
        {unknown.length > 0 && (
          <Section title={t("unknown")} note={t("unknownText")}>
            <ul className={css.counts}>
              {unknown.map(({ about, name, cases: count }, index) => (
                <li key={`${about}:${name ?? index}`}>
                  <span>{reasonWords(words, { about, name })}</span>
                  <b>{count}</b>
                </li>
              ))}
            </ul>
          </Section>
        )}
      </div>
    </>
  );
}
