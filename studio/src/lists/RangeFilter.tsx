import { TextInput } from "@mantine/core";
import { DateInput } from "@mantine/dates";
import type { FieldSchema } from "@sluice/domain";
import dayjs from "dayjs";
import { useState, type KeyboardEvent } from "react";
import { useTranslation } from "react-i18next";
import { DecimalInput } from "../form/DecimalInput.tsx";
import { useLanguage } from "../i18n/useLanguage.ts";
import { rangeOf, rangeText, type Range } from "./rangeText.ts";
import css from "./ListFilters.module.css";

/** A number, a day or an instant: what is half typed narrows nothing. */
const READABLE = /^(-?\d{1,15}(\.\d{1,6})?|\d{4}-\d{2}-\d{2}(T.*Z)?)$/u;

interface RangeFilterProps {
  readonly field: FieldSchema;
  readonly value: string | null;
  readonly onChange: (value: string | null) => void;
}

/** From one value to another, both included; either end may be left open. */
export function RangeFilter({ field, value, onChange }: RangeFilterProps) {
  const { t } = useTranslation(["lists", "form"]);
  const { local, language } = useLanguage();
  const label = local(field.label);
  const [typed, setTyped] = useState(() => rangeOf(value));
  const [seen, setSeen] = useState(value);
  // The address changed by itself (back, cleared): the ends follow.
  if (value !== seen) {
    setSeen(value);
    setTyped(rangeOf(value));
  }
  const settle = (next: Range): void => {
    setTyped(next);
    const text = rangeText(next);
    if (text !== value && [next.from, next.to].every((it) => it === null || READABLE.test(it))) onChange(text);
  };
  const end = (which: "from" | "to") => {
    const name = t(which === "from" ? "rangeFrom" : "rangeTo", { field: label });
    const withEnd = (next: string | null): Range => ({ ...typed, [which]: next === "" ? null : next });
    // What is typed is taken when its end is left, or by Enter.
    const keys = {
      onBlur: () => settle(typed),
      onKeyDown: (event: KeyboardEvent) => (event.key === "Enter" ? settle(typed) : undefined),
    };
    if (field.type === "date" || field.type === "instant") {
      const isInstant = field.type === "instant";
      const at = typed[which];
      return (
        <DateInput
          aria-label={name}
          placeholder={t(which)}
          clearable
          clearButtonProps={{ "aria-label": t("form:clear") }}
          valueFormat="YYYY-MM-DD"
          popoverProps={{ withinPortal: false }}
          value={at === null ? null : dayjs(at).format("YYYY-MM-DD")}
          onChange={(day) =>
            settle(
              withEnd(
                day === null || !isInstant
                  ? day
                  : (which === "from" ? dayjs(day).startOf("day") : dayjs(day).endOf("day")).toISOString(),
              ),
            )
          }
          {...(language === "zh" ? { monthLabelFormat: "YYYY年M月" } : {})}
        />
      );
    }
    return field.type === "integer" ? (
      <TextInput
        aria-label={name}
        placeholder={t(which)}
        inputMode="numeric"
        value={typed[which] ?? ""}
        onChange={(event) => setTyped(withEnd(event.currentTarget.value.normalize("NFKC").trim()))}
        {...keys}
      />
    ) : (
      <DecimalInput
        aria-label={name}
        placeholder={t(which)}
        value={typed[which]}
        onChange={(next) => setTyped(withEnd(next))}
        {...keys}
        {...(field.type === "share" ? { pointShift: 2, rightSection: "%" } : {})}
      />
    );
  };
  return (
    <fieldset className={css.range}>
      <legend>{label}</legend>
      {end("from")}
      {end("to")}
    </fieldset>
  );
}
