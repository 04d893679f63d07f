import { Select, Textarea, TextInput } from "@mantine/core";
import type { FieldSchema } from "@sluice/domain";
import type { Json } from "@sluice/process";
import { DecimalInput } from "../../form/DecimalInput.tsx";
import { useLanguage } from "../../i18n/useLanguage.ts";
import { jsonText } from "../../text/jsonText.ts";

/** A text that may be longer than a column is wide: it is wrapped, never cut. */
export const isLong = (field: FieldSchema): boolean => field.type === "text" && (field.maxLength ?? 400) > 100;

interface LineCellProps {
  readonly field: FieldSchema;
  readonly value: Json | undefined;
  readonly label: string;
  readonly error?: string | undefined;
  /** For references that the grid itself offers: the lines of the quote. */
  readonly options?: readonly { readonly value: string; readonly label: string }[] | undefined;
  readonly onChange: (value: Json) => void;
}

const textOrNull = (value: Json | undefined): string | null =>
  value === null || value === undefined || value === "" ? null : jsonText(value);

/** Currencies are known by their codes; in a grid that is all there is room for. */
const isCurrency = (field: FieldSchema): boolean =>
  field.choices?.every((choice) => /^[A-Z]{3}$/u.test(choice.key)) === true;

/** One cell that can be typed into. Its name for screen readers is column and line. */
export function LineCell({ field, value, label, error, options, onChange }: LineCellProps) {
  const { local } = useLanguage();
  const shared = { "aria-label": label, error: error !== undefined, title: error ?? "" };
  const whole = field.type === "text" ? jsonText(value) : "";
  if (field.type === "decimal" || field.type === "money")
    return <DecimalInput {...shared} value={textOrNull(value)} onChange={onChange} isGrouped />;
  if (field.type === "share")
    return (
      <DecimalInput
        {...shared}
        value={textOrNull(value)}
        onChange={onChange}
        pointShift={2}
        {...(textOrNull(value) === null ? {} : { rightSection: "%" })}
        rightSectionWidth={22}
      />
    );
  if (field.type === "choice" || options !== undefined) {
    const data =
      options ??
      (field.choices ?? []).map((choice) => ({
        value: choice.key,
        label: isCurrency(field) ? choice.key : local(choice.label),
      }));
    return (
      <Select
        {...shared}
        data={[...data]}
        value={textOrNull(value)}
        onChange={onChange}
        searchable
        openOnFocus={false}
        rightSectionWidth={22}
        comboboxProps={{ width: "max-content", position: "bottom-start" }}
      />
    );
  }
  if (isLong(field))
    return (
      <Textarea
        {...shared}
        title={error ?? whole}
        autosize
        minRows={1}
        maxRows={4}
        value={textOrNull(value) ?? ""}
        maxLength={field.maxLength ?? 500}
        onChange={(event) => {
          const text = event.currentTarget.value.replaceAll(/\s*\n\s*/gu, " ");
          onChange(text === "" ? null : text);
        }}
      />
    );
  return (
    <TextInput
      {...shared}
      title={error ?? whole}
      value={textOrNull(value) ?? ""}
      maxLength={field.maxLength ?? 500}
      onChange={(event) => onChange(event.currentTarget.value === "" ? null : event.currentTarget.value)}
    />
  );
}
