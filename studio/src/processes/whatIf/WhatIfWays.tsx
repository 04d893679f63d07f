import { ActionIcon } from "@mantine/core";
import { IconArrowLeft } from "@tabler/icons-react";
import { useEffect, useRef } from "react";
import { textIn } from "../../canvas/sayings/sayings.ts";
import { LinkButton } from "../../shell/LinkButton.tsx";
import { useFormats } from "../../text/useFormats.ts";
import type { WhatIfCase, WhatIfWay } from "./useWhatIf.ts";
import { endWords, entryWords, reasonWords, sawWords, type Words } from "./words.ts";
import css from "./whatIf.module.css";
import two from "./whatIfWays.module.css";

function Way({
  title,
  way,
  partsAt,
  saw,
  words,
}: {
  readonly title: string;
  readonly way: WhatIfWay;
  readonly partsAt: number | null;
  readonly saw: string;
  readonly words: Words;
}) {
  const { t } = words;
  const { instant } = useFormats();
  const { end, path } = way;
  return (
    <div className={two.way}>
      <h4>{title}</h4>
      <ol>
        {path.map((entry, index) => (
          <li key={index} data-kind={entry.kind} data-parted={partsAt !== null && index >= partsAt}>
            {index === partsAt && (
              <span className={two.parting}>
                {t("partHere")}
                {saw !== "" && <small>{t("because", { what: saw })}</small>}
              </span>
            )}
            <span className={two.entry}>
              <b>{entryWords(words, entry)}</b>
              <small>
                {[
                  instant(entry.at),
                  entry.by === null ? null : entry.by.startsWith("system:") ? t("machine") : entry.by,
                  entry.isDrawn ? t("guess") : null,
                ]
                  .filter((part) => part !== null)
                  .join(" · ")}
              </small>
            </span>
          </li>
        ))}
      </ol>
      {!end.isEnded && (
        <p className={two.stands}>
          {end.because.length === 0 ? endWords(words, end) : t("refused", { why: end.because.join(" ") })}
        </p>
      )}
    </div>
  );
}

/** Both ways of a case beside each other, and where and why they part. */
export function WhatIfWays({
  it,
  version,
  words,
  onBack,
}: {
  readonly it: WhatIfCase;
  /** The published version that was tried; null for a draft. */
  readonly version: number | null;
  readonly words: Words;
  readonly onBack: () => void;
}) {
  const { t } = words;
  const { ways, why } = it;
  const top = useRef<HTMLElement>(null);
  useEffect(() => {
    top.current?.scrollIntoView({ block: "start" });
  }, []);
  return (
    <section className={css.section} ref={top}>
      <div className={css.head}>
        <ActionIcon aria-label={t("back")} onClick={onBack} autoFocus>
          <IconArrowLeft size={17} stroke={1.7} />
        </ActionIcon>
        <h3>
          {it.title} <small>{it.number}</small>
        </h3>
        <LinkButton variant="default" to="/cases/$id" params={{ id: it.caseId }}>
          {t("openCase")}
        </LinkButton>
      </div>
      {why !== null && <p>{reasonWords(words, why)}</p>}
      {ways !== null && ways.forbidden.length > 0 && (
        <div className={two.stands} data-forbidden>
          {t("forbiddenHere")}
          <ul>
            {ways.forbidden.map((sentence) => (
              <li key={sentence.en}>{textIn(words.sayings, sentence)}</li>
            ))}
          </ul>
        </div>
      )}
      {ways !== null && (
        <div className={two.ways}>
          <Way title={t("wentSo")} way={ways.was} partsAt={ways.partsAt} saw="" words={words} />
          <Way
            title={version === null ? t("wouldGo") : t("wouldGoVersion", { version })}
            way={ways.now}
            partsAt={ways.partsAt}
            saw={sawWords(words, ways.saw)}
            words={words}
          />
        </div>
      )}
    </section>
  );
}
