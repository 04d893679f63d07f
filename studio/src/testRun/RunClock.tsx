import { Button, NumberInput, Select } from "@mantine/core";
import type { StoryEvent } from "@sluice/process";
import { IconClockPlay, IconPlayerTrackNext } from "@tabler/icons-react";
import { useState } from "react";
import { useTranslation } from "react-i18next";
import { timeOf } from "./runWords.ts";
import type { OpenRun } from "./useRun.ts";
import css from "./runPanel.module.css";

type Span = (StoryEvent & { do: "pass" })["span"];

const units = {
  workingHour: { unit: "hour", calendar: "working" },
  workingDay: { unit: "day", calendar: "working" },
  hour: { unit: "hour", calendar: "elapsed" },
  day: { unit: "day", calendar: "elapsed" },
} as const satisfies Record<string, Omit<Span, "amount">>;
type Unit = keyof typeof units;

const MOST = 1_000;

/** The virtual clock: lets working days or hours pass, or goes to the next moment at which something is due. */
export function RunClock({ open: { run, now, words, happen } }: { readonly open: OpenRun }) {
  const { t } = useTranslation("testRun");
  const [amount, setAmount] = useState(1);
  const [unit, setUnit] = useState<Unit>("workingDay");
  const { alarmAt, state } = now;
  return (
    <section className={css.part} aria-label={t("clock.title")}>
      <h3>{t("clock.title")}</h3>
      <div className={css.clock}>
        <NumberInput
          aria-label={t("clock.amount")}
          min={1}
          max={MOST}
          clampBehavior="strict"
          allowDecimal={false}
          allowNegative={false}
          value={amount}
          onChange={(value) => setAmount(typeof value === "number" ? value : Number.parseInt(value, 10) || 1)}
        />
        <Select
          aria-label={t("clock.unit")}
          data={(Object.keys(units) as Unit[]).map((key) => ({ value: key, label: t(`clock.${key}`) }))}
          value={unit}
          allowDeselect={false}
          onChange={(key) => key !== null && setUnit(key as Unit)}
        />
        <Button
          variant="default"
          leftSection={<IconClockPlay size={14} stroke={1.7} />}
          onClick={() => happen({ do: "pass", span: { amount, ...units[unit] } })}
        >
          {t("clock.pass")}
        </Button>
      </div>
      <div className={css.next}>
        <Button
          variant="default"
          size="compact-sm"
          leftSection={<IconPlayerTrackNext size={13} stroke={1.7} />}
          disabled={alarmAt === null || state.status !== "running"}
          onClick={() => happen({ do: "passToNext" })}
        >
          {t("clock.next")}
        </Button>
        <span className={css.muted}>
          {alarmAt === null
            ? t("clock.noNext")
            : t("clock.nextAt", { when: timeOf(run.story, words.sayings.language, alarmAt) })}
        </span>
      </div>
    </section>
  );
}
