import { Button, SegmentedControl } from "@mantine/core";
import { useState } from "react";
import { usePagesOf } from "../../api/usePagesOf.ts";
import { FailureState } from "../../states/FailureState.tsx";
import type { WhatIfCase } from "./useWhatIf.ts";
import { WhatIfWays } from "./WhatIfWays.tsx";
import { endWords, reasonWords, type Words } from "./words.ts";
import css from "./whatIf.module.css";
import list from "./whatIfCases.module.css";

const KINDS = ["all", "flipped", "more", "fewer", "otherwise", "open", "forbidden", "unknown"] as const;
type Kind = (typeof KINDS)[number];

/** What became of a case in a line: both ends, and how many approvals more or fewer. */
const lineOf = (words: Words, { ways, why }: WhatIfCase): string => {
  const { t } = words;
  if (ways === null) return why === null ? "" : reasonWords(words, why);
  const [was, now] = [endWords(words, ways.was.end), endWords(words, ways.now.end)];
  const change = ways.now.approvals - ways.was.approvals;
  const approvals = change > 0 ? t("more", { count: change }) : change < 0 ? t("fewer", { count: -change }) : null;
  return [was === now ? was : t("flip", { from: was, to: now }), approvals].filter((it) => it !== null).join(" · ");
};

/** The cases that would go another way or cannot be compared; each opens side by side. */
export function WhatIfCases({
  id,
  version,
  isRunning,
  words,
}: {
  readonly id: string;
  /** The published version that was tried; null for a draft. */
  readonly version: number | null;
  readonly isRunning: boolean;
  readonly words: Words;
}) {
  const { t } = words;
  const [kind, setKind] = useState<Kind>("all");
  const [shown, show] = useState<WhatIfCase | null>(null);
  const pages = usePagesOf("whatIf.cases", { id, kind: kind === "all" ? null : kind, limit: 25 }, !isRunning);
  if (isRunning) return null;
  if (shown !== null) return <WhatIfWays it={shown} version={version} words={words} onBack={() => show(null)} />;
  return (
    <section className={css.section}>
      <div className={css.head}>
        <h3>{t("cases")}</h3>
        <SegmentedControl
          aria-label={t("cases")}
          value={kind}
          onChange={(value) => setKind(KINDS.find((each) => each === value) ?? "all")}
          data={KINDS.map((each) => ({ value: each, label: t(`kind.${each}`) }))}
        />
      </div>
      {pages.error && pages.items.length === 0 ? (
        <FailureState compact error={pages.error} onRetry={() => void pages.refetch()} />
      ) : null}
      {pages.isSuccess && pages.items.length === 0 && <p className={css.muted}>{t("noCases")}</p>}
      <ul className={list.cases}>
        {pages.items.map((it) => (
          <li key={it.place}>
            <button type="button" onClick={() => show(it)}>
              <b>{it.title}</b>
              <small>{it.number}</small>
              <span>{lineOf(words, it)}</span>
            </button>
          </li>
        ))}
      </ul>
      {pages.hasNextPage && (
        <Button variant="default" loading={pages.isFetchingNextPage} onClick={() => void pages.fetchNextPage()}>
          {t("loadMore")}
        </Button>
      )}
    </section>
  );
}
