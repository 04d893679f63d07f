import { Select, type SelectProps } from "@mantine/core";
import { useDebouncedValue } from "@mantine/hooks";
import { useState } from "react";
import { useTranslation } from "react-i18next";
import { useReferenceOptions } from "./useReferenceOptions.ts";

interface ReferenceInputProps extends Omit<SelectProps, "value" | "onChange" | "data"> {
  readonly refersTo: string;
  readonly value: string | null;
  /** The name of what it points to now, so that it shows before anything was searched. */
  readonly title?: string | undefined;
  readonly onChange: (id: string | null) => void;
  /** Narrows what is offered: the contacts of one customer. */
  readonly within?: Readonly<Record<string, string>> | undefined;
}

/** Points to a record or a person, found by typing. */
export function ReferenceInput({ refersTo, value, title, onChange, within, ...select }: ReferenceInputProps) {
  const { t } = useTranslation("form");
  const [typed, setTyped] = useState("");
  const [isOpen, setOpen] = useState(false);
  const [settled] = useDebouncedValue(typed.trim(), 180);
  const searched = title !== undefined && settled === title ? "" : settled;
  const { options, isLoading } = useReferenceOptions({ refersTo, words: searched, within, enabled: isOpen });
  const known =
    value !== null && !options.some((option) => option.value === value) ? [{ value, label: title ?? value }] : [];
  return (
    <Select
      {...select}
      data={[...known, ...options]}
      value={value}
      onChange={onChange}
      searchable
      clearable={!select.required}
      clearButtonProps={{ "aria-label": t("clear") }}
      placeholder={select.placeholder ?? t("searchFor")}
      nothingFoundMessage={isLoading ? t("searching") : t("nothingFound")}
      filter={({ options: all }) => all}
      onSearchChange={setTyped}
      onDropdownOpen={() => setOpen(true)}
      maxDropdownHeight={260}
    />
  );
}
