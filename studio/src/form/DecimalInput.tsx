import { TextInput, type TextInputProps } from "@mantine/core";
import { useState } from "react";
import { useTranslation } from "react-i18next";
import { shiftPoint } from "../text/formats.ts";

interface DecimalInputProps extends Omit<TextInputProps, "value" | "onChange"> {
  readonly value: string | null;
  readonly onChange: (value: string | null) => void;
  /** 2 for shares: stored 0.13, typed 13. */
  readonly pointShift?: number;
}

const plainDecimal = /^-?\d{1,40}(\.\d{0,20})?$/u;
/** What people type for a number: grouping commas, full-width digits and signs are understood. */
const understood = (typed: string): string =>
  typed
    .normalize("NFKC")
    .replace(/[,\s%¥$€£]/gu, "")
    .replace(/\.$/u, "");

/** A decimal as exact text; it is never a JS number on its way. What cannot be read stays as typed and says so. */
export function DecimalInput({ value, onChange, pointShift = 0, error, onBlur, ...input }: DecimalInputProps) {
  const { t } = useTranslation("form");
  const [typed, setTyped] = useState<string | null>(null);
  const stored = value === null ? "" : plainDecimal.test(value) ? shiftPoint(value, pointShift) : value;
  const shown = typed ?? (pointShift === 0 ? (value ?? "") : stored);
  const isUnreadable = shown !== "" && !plainDecimal.test(understood(shown));

  const change = (text: string): void => {
    setTyped(text);
    const clean = understood(text);
    if (clean === "") onChange(null);
    else onChange(plainDecimal.test(clean) && pointShift !== 0 ? shiftPoint(clean, -pointShift) : clean);
  };

  return (
    <TextInput
      {...input}
      inputMode="decimal"
      autoComplete="off"
      value={shown}
      error={error ?? (isUnreadable ? t("notADecimal") : undefined)}
      onChange={(event) => change(event.currentTarget.value)}
      onBlur={(event) => {
        setTyped(null);
        onBlur?.(event);
      }}
    />
  );
}
