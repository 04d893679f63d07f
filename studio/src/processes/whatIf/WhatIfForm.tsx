import { Button, NumberInput, SegmentedControl, Select, TextInput } from "@mantine/core";
import { DateInput } from "@mantine/dates";
import { IconPlayerPlay } from "@tabler/icons-react";
import { useState } from "react";
import { useTranslation } from "react-i18next";
import type { ShownProblem } from "../../api/shapes.ts";
import { ProblemList } from "../../states/ProblemList.tsx";
import type { Assumable } from "./assumable.ts";
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
export function WhatIfForm({ last, assumable, isRunning, isStarting, problems, onRun, onCancel }: WhatIfFormProps) {
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
      <p className={css.muted}>{t("intro")}</p>
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
      {assumable.map(({ node, name, results, result, workingMinutes }) => {
        const now = said[node] ?? { result, workingMinutes };
        return (
          <fieldset key={node} className={formCss.assumption} disabled={isRunning}>
            <legend>{name}</legend>
            {results.length < 4 ? (
              <SegmentedControl
                fullWidth
                aria-label={t("assume.result")}
                data={results.map((each) => ({ value: each.key, label: each.label }))}
                value={now.result}
                onChange={(value) => say({ ...said, [node]: { ...now, result: value } })}
              />
            ) : (
              <Select
                aria-label={t("assume.result")}
                data={results.map((each) => ({ value: each.key, label: each.label }))}
                value={now.result}
                allowDeselect={false}
                onChange={(value) => say({ ...said, [node]: { ...now, result: value ?? now.result } })}
              />
            )}
            <NumberInput
              label={t("assume.minutes")}
              min={0}
              max={600_000}
              step={30}
              allowDecimal={false}
              value={now.workingMinutes}
              onChange={(value) => say({ ...said, [node]: { ...now, workingMinutes: Number(value) || 0 } })}
            />
          </fieldset>
        );
      })}
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
          {last === null ? t("run") : t("again")}
        </Button>
      )}
    </form>
  );
}
