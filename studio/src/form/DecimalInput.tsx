import { TextInput, type TextInputProps } from "@mantine/core";
import { groupDigits, shiftPoint } from "@sluice/domain";
import { useState } from "react";
import { useTranslation } from "react-i18next";
import { isTypedDecimal, understoodDecimal } from "./typedDecimal.ts";

interface DecimalInputProps extends Omit<TextInputProps, "value" | "onChange"> {
  readonly value: string | null;
  readonly onChange: (value: string | null) => void;
  /** 2 for shares: stored 0.13, typed 13. */
  readonly pointShift?: number;
  /** Groups the digits while nobody types in it: 12345.6 reads 12,345.6. */
  readonly isGrouped?: boolean;
}

/** A decimal as exact text; it is never a JS number on its way. What cannot be read stays as typed and says so. */
export function DecimalInput({
  value,
  onChange,
  pointShift = 0,
  isGrouped = false,
  error,
  onFocus,
  onBlur,
  ...input
}: DecimalInputProps) {
  const { t } = useTranslation("form");
  const [typed, setTyped] = useState<string | null>(null);
  const isPlain = value !== null && isTypedDecimal(value);
  const stored = value === null ? "" : isPlain && pointShift !== 0 ? shiftPoint(value, pointShift) : value;
  const shown = typed ?? (isGrouped && isPlain ? groupDigits(stored, null).replace("−", "-") : stored);
  const isUnreadable = shown !== "" && !isTypedDecimal(understoodDecimal(shown));

  const change = (text: string): void => {
    setTyped(text);
    const clean = understoodDecimal(text);
    if (clean === "") onChange(null);
    else onChange(isTypedDecimal(clean) && pointShift !== 0 ? shiftPoint(clean, -pointShift) : clean);
  };

  return (
    <TextInput
      {...input}
      inputMode="decimal"
      autoComplete="off"
      value={shown}
      error={error ?? (isUnreadable ? t("notADecimal") : undefined)}
      onChange={(event) => change(event.currentTarget.value)}
      onFocus={(event) => {
        if (isGrouped) setTyped(stored);
        onFocus?.(event);
      }}
      onBlur={(event) => {
        setTyped(null);
        onBlur?.(event);
      }}
    />
  );
}
