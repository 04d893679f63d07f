import { ActionIcon, Button, Popover, SegmentedControl, Select, Slider, TextInput } from "@mantine/core";
import { IconFilter } from "@tabler/icons-react";
import { useState } from "react";
import { useTranslation } from "react-i18next";
import { useQueryOf } from "../api/useQueryOf.ts";
import { understoodDecimal } from "../form/typedDecimal.ts";
import { useLanguage } from "../i18n/useLanguage.ts";
import { useFormats } from "../text/useFormats.ts";
import type { LiveFilter, LiveSpan, LiveView } from "./liveView.ts";
import css from "./live.module.css";

const SPANS = ["now", "yesterday", "month"] as const;
const AMOUNT = /^\d{1,15}(\.\d{1,4})?$/u;

const withText = (filter: LiveFilter, path: "amountFrom" | "amountUntil", typed: string): LiveFilter => {
  const { [path]: _before, ...rest } = filter;
  const amount = understoodDecimal(typed);
  return AMOUNT.test(amount) ? { ...rest, [path]: amount } : rest;
};

function FilterFields({ processKey, view }: { readonly processKey: string; readonly view: LiveView }) {
  const { t } = useTranslation(["processes", "form"]);
  const { local } = useLanguage();
  const choices = useQueryOf("processes.liveChoices", { key: processKey }).data;
  const [from, setFrom] = useState(view.filter.amountFrom ?? "");
  const [until, setUntil] = useState(view.filter.amountUntil ?? "");
  const wrong = (typed: string): string | null => {
    const amount = understoodDecimal(typed);
    return amount === "" || AMOUNT.test(amount) ? null : t("form:notADecimal");
  };
  const set = (name: "department" | "version", value: string | null): void => {
    const { [name]: _before, ...rest } = view.filter;
    if (value === null) view.setFilter(rest);
    else view.setFilter({ ...rest, ...(name === "version" ? { version: Number(value) } : { department: value }) });
  };
  return (
    <div className={css.filter}>
      <Select
        label={t("live.department")}
        placeholder={t("live.any")}
        clearable
        searchable
        openOnFocus={false}
        comboboxProps={{ withinPortal: false }}
        data={(choices?.departments ?? []).map(({ id, name }) => ({ value: id, label: local(name) }))}
        value={view.filter.department ?? null}
        onChange={(value) => set("department", value)}
      />
      <Select
        label={t("live.version")}
        placeholder={t("live.any")}
        clearable
        comboboxProps={{ withinPortal: false }}
        data={(choices?.versions ?? []).map((version) => ({ value: String(version), label: `v${version}` }))}
        value={view.filter.version === undefined ? null : String(view.filter.version)}
        onChange={(value) => set("version", value)}
      />
      {choices?.hasAmount && (
        <div className={css.amounts}>
          <TextInput
            label={t("live.amountFrom")}
            inputMode="decimal"
            value={from}
            error={wrong(from)}
            onChange={(event) => {
              setFrom(event.currentTarget.value);
              view.setFilter(withText(view.filter, "amountFrom", event.currentTarget.value));
            }}
          />
          <TextInput
            label={t("live.amountUntil")}
            inputMode="decimal"
            value={until}
            error={wrong(until)}
            onChange={(event) => {
              setUntil(event.currentTarget.value);
              view.setFilter(withText(view.filter, "amountUntil", event.currentTarget.value));
            }}
          />
        </div>
      )}
      <Button
        variant="default"
        disabled={!view.isFiltered}
        onClick={() => {
          setFrom("");
          setUntil("");
          view.setFilter({});
        }}
      >
        {t("live.clear")}
      </Button>
    </div>
  );
}

/** Which cases are looked at, and as of when: now, any hour of yesterday, or any day of the last thirty. */
export function LiveControls({ processKey, view }: { readonly processKey: string; readonly view: LiveView }) {
  const { t } = useTranslation("processes");
  const { instant } = useFormats();
  const [isOpen, setOpen] = useState(false);
  const most = Math.max(1, ...view.instants.map(({ running }) => running));
  const shown = view.instants[view.place];
  return (
    <div className={css.controls}>
      <SegmentedControl
        aria-label={t("live.when")}
        value={view.span}
        onChange={(value) => view.setSpan(SPANS.find((each): each is LiveSpan => each === value) ?? "now")}
        data={SPANS.map((value) => ({ value, label: t(`live.${value}`) }))}
      />
      {shown !== undefined && (
        <div className={css.time}>
          <div className={css.trace} aria-hidden="true">
            {view.instants.map(({ at, running }, index) => (
              <i key={at} data-here={index === view.place} style={{ height: `${(100 * running) / most}%` }} />
            ))}
          </div>
          <Slider
            thumbLabel={t("live.instant")}
            min={0}
            max={view.instants.length - 1}
            value={view.place}
            onChange={view.setPlace}
            label={null}
            size={3}
            thumbValueText={(place) => instant(view.instants[place]?.at ?? shown.at)}
          />
          <span role="status">{t("live.asOf", { when: instant(shown.at), count: shown.running })}</span>
        </div>
      )}
      <Popover opened={isOpen} onChange={setOpen} position="bottom-end" trapFocus width={280}>
        <Popover.Target>
          <ActionIcon
            className={css.filterButton ?? ""}
            aria-label={t("live.filter")}
            data-filtered={view.isFiltered || undefined}
            onClick={() => setOpen(!isOpen)}
          >
            <IconFilter size={17} stroke={1.7} />
          </ActionIcon>
        </Popover.Target>
        <Popover.Dropdown>
          <FilterFields processKey={processKey} view={view} />
        </Popover.Dropdown>
      </Popover>
    </div>
  );
}
