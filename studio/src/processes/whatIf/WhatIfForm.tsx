import { Button, Select, TextInput } from "@mantine/core";
import { DateInput } from "@mantine/dates";
import { IconPlayerPlay } from "@tabler/icons-react";
import { useState } from "react";
import { useTranslation } from "react-i18next";
import type { ShownProblem } from "../../api/shapes.ts";
import { ProblemList } from "../../states/ProblemList.tsx";
import type { Assumable } from "./assumable.ts";
import { AssumptionFields } from "./AssumptionFields.tsx";
import type { WhatIf } from "./useWhatIf.ts";
import css from "./whatIf.module.css";
import formCss from "./whatIfForm.module.css";

/** What is to be tried. */
export interface WhatIfWish {
  readonly from: string;
  readonly until: string;
  readonly seed?: string;
  readonly assumptions: WhatIf["assumptions"];
}

interface WhatIfFormProps {
  readonly last: WhatIf | null;
  /** The steps without a history, and what may be said of them. */
  readonly assumable: readonly Assumable[];
  /** The published version that is tried because there is no draft; null where there is one. */
  readonly version: number | null;
  readonly isRunning: boolean;
  readonly isStarting: boolean;
  readonly problems: readonly ShownProblem[];
  readonly onRun: (wish: WhatIfWish) => void;
  readonly onCancel: () => void;
}

const PERIODS = [30, 90, 180, 365] as const;
const DAY_MS = 86_400_000;
const OWN = "own";

const periodOf = (days: number): Pick<WhatIfWish, "from" | "until"> => ({
  from: new Date(Date.now() - days * DAY_MS).toISOString(),
  until: new Date().toISOString(),
});

const dayOf = (at: string | undefined): string | null => at?.slice(0, 10) ?? null;

/** Which closed cases the draft is tried on, and what is said of steps that nobody was ever asked at. */
export function WhatIfForm({
  last,
  assumable,
  version,
  isRunning,
  isStarting,
  problems,
  onRun,
  onCancel,
}: WhatIfFormProps) {
  const { t } = useTranslation("whatIf");
  const [days, setDays] = useState<string>("90");
  const [dates, setDates] = useState({ from: dayOf(last?.from), until: dayOf(last?.until) });
  const [seed, setSeed] = useState(last?.seed ?? "");
  const [said, say] = useState<WhatIf["assumptions"]>(last?.assumptions ?? {});
  const own =
    dates.from !== null && dates.until !== null && dates.from <= dates.until
      ? {
          from: new Date(`${dates.from}T00:00:00`).toISOString(),
          until: new Date(new Date(`${dates.until}T00:00:00`).getTime() + DAY_MS).toISOString(),
        }
      : null;
  const period = days === OWN ? own : periodOf(Number(days));
  const run = (): void => {
    if (period !== null) onRun({ ...period, ...(seed.trim() === "" ? {} : { seed: seed.trim() }), assumptions: said });
  };
  return (
    <form
      className={formCss.form}
      onSubmit={(event) => {
        event.preventDefault();
        run();
      }}
    >
      <h2>{t("title")}</h2>
      <p className={css.muted}>{version === null ? t("intro") : t("introPublished", { version })}</p>
      <Select
        label={t("period")}
        data={[
          ...PERIODS.map((each) => ({ value: String(each), label: t(`days.d${each}`) })),
          { value: OWN, label: t("own") },
        ]}
        value={days}
        onChange={(value) => setDays(value ?? "90")}
        allowDeselect={false}
        disabled={isRunning}
      />
      {days === OWN && (
        <div className={formCss.dates}>
          <DateInput
            label={t("from")}
            value={dates.from}
            onChange={(from) => setDates({ ...dates, from })}
            disabled={isRunning}
          />
          <DateInput
            label={t("until")}
            value={dates.until}
            onChange={(until) => setDates({ ...dates, until })}
            disabled={isRunning}
          />
        </div>
      )}
      <TextInput
        label={t("seed")}
        description={t("seedHint")}
        value={seed}
        maxLength={40}
        onChange={(event) => setSeed(event.currentTarget.value)}
        disabled={isRunning}
      />
      {assumable.map((it) => (
        <AssumptionFields
          key={it.node}
          it={it}
          said={said[it.node] ?? null}
          isRunning={isRunning}
          onSay={(assumption) => {
            const { [it.node]: _before, ...others } = said;
            say(assumption === null ? others : { ...others, [it.node]: assumption });
          }}
        />
      ))}
      <ProblemList problems={problems} />
      {isRunning ? (
        <Button variant="default" onClick={onCancel}>
          {t("cancel")}
        </Button>
      ) : (
        <Button
          type="submit"
          leftSection={<IconPlayerPlay size={15} stroke={1.9} />}
          loading={isStarting}
          disabled={period === null}
        >
          {version !== null ? t("runPublished", { version }) : last === null ? t("run") : t("again")}
        </Button>
      )}
    </form>
  );
}
