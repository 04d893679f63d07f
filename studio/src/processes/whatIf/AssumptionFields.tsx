import { NumberInput, SegmentedControl, Select } from "@mantine/core";
import { useTranslation } from "react-i18next";
import type { Assumable } from "./assumable.ts";
import type { WhatIf } from "./useWhatIf.ts";
import css from "./whatIfForm.module.css";

type Assumption = WhatIf["assumptions"][string];

/** Stands for what is drawn from how the same people decide elsewhere. */
const HISTORY = "";
/** More choices than this do not stand beside each other. */
const BESIDE = 3;

interface AssumptionFieldsProps {
  readonly it: Assumable;
  /** What the admin says; null where nothing is. */
  readonly said: Assumption | null;
  readonly isRunning: boolean;
  readonly onSay: (said: Assumption | null) => void;
}

/** What is said of a step that nobody was ever asked at: what comes of it, and how long it takes. */
export function AssumptionFields({ it, said, isRunning, onSay }: AssumptionFieldsProps) {
  const { t } = useTranslation("whatIf");
  const { name, result, workingMinutes, isKnownElsewhere } = it;
  const now = said ?? (isKnownElsewhere ? null : { result, workingMinutes });
  const data = [
    ...(isKnownElsewhere ? [{ value: HISTORY, label: t("assume.history") }] : []),
    ...it.results.map((each) => ({ value: each.key, label: each.label })),
  ];
  const choose = (value: string | null) =>
    onSay(
      value === null || value === HISTORY
        ? null
        : { result: value, workingMinutes: now?.workingMinutes ?? workingMinutes },
    );
  const shared = { "aria-label": t("assume.result"), data, value: now?.result ?? HISTORY };
  return (
    <fieldset className={css.assumption} disabled={isRunning}>
      <legend>{name}</legend>
      {data.length <= BESIDE ? (
        <SegmentedControl {...shared} fullWidth onChange={choose} />
      ) : (
        <Select {...shared} allowDeselect={false} onChange={choose} />
      )}
      {now !== null && (
        <NumberInput
          label={t("assume.minutes")}
          min={0}
          max={600_000}
          step={30}
          allowDecimal={false}
          value={now.workingMinutes}
          onChange={(value) => onSay({ ...now, workingMinutes: Number(value) || 0 })}
        />
      )}
    </fieldset>
  );
}
