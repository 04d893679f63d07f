import { NumberInput, Select, Switch } from "@mantine/core";
import type { Span } from "@sluice/process";
import { useSayings } from "../../sayings/useSayings.ts";
import { DueExamples } from "../due/DueExamples.tsx";
import { useFieldProblem, useSetField } from "../fieldContext.ts";
import type { SchemaFieldProps } from "../NestedField.tsx";
import { useLabels } from "../useLabels.ts";
import css from "../inspector.module.css";

const units = ["minute", "hour", "day", "week", "second"] as const;

/** A span of time: how many of what, by the working calendar or the clock on the wall. One that may be absent is switched on. */
export function SpanField({ path, value, required, name, within = "" }: SchemaFieldProps) {
  const { say } = useSayings();
  const set = useSetField(path);
  const problem = useFieldProblem(path);
  const label = useLabels().field(name, within);
  const span = value as Partial<Span> | undefined;
  const now: Span = { amount: span?.amount ?? 1, unit: span?.unit ?? "day", calendar: span?.calendar ?? "working" };
  return (
    <div role="group" aria-label={label}>
      {required ? (
        <div className={css.label}>{label}</div>
      ) : (
        <Switch
          mb={6}
          label={label}
          checked={span !== undefined}
          onChange={(event) => set(event.currentTarget.checked ? now : undefined)}
        />
      )}
      {(required || span !== undefined) && (
        <>
          <div className={css.line}>
            <NumberInput
              aria-label={say("span.amount")}
              min={1}
              max={10_000}
              allowDecimal={false}
              value={now.amount}
              onChange={(amount) => typeof amount === "number" && set({ ...now, amount })}
            />
            <Select
              aria-label={say("span.unit")}
              data={units.map((unit) => ({ value: unit, label: say(`span.units.${unit}`) }))}
              value={now.unit}
              allowDeselect={false}
              onChange={(unit) => set({ ...now, unit: unit as Span["unit"] })}
            />
          </div>
          <Select
            mt={6}
            aria-label={say("span.calendar")}
            data={(["working", "elapsed"] as const).map((each) => ({ value: each, label: say(`calendar.${each}`) }))}
            value={now.calendar}
            allowDeselect={false}
            onChange={(calendar) => set({ ...now, calendar: calendar as Span["calendar"] })}
          />
          <DueExamples span={now} />
        </>
      )}
      {problem && <p className={css.problem}>{problem}</p>}
    </div>
  );
}
