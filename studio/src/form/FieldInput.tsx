import { Checkbox, MultiSelect, Select, Textarea, TextInput, type InputWrapperProps } from "@mantine/core";
import { DateInput, DateTimePicker } from "@mantine/dates";
import { currencySign, type FieldSchema } from "@sluice/domain";
import type { Json } from "@sluice/process";
import dayjs from "dayjs";
import { useTranslation } from "react-i18next";
import { useLanguage } from "../i18n/useLanguage.ts";
import { jsonText } from "../text/jsonText.ts";
import { DecimalInput } from "./DecimalInput.tsx";
import { LocalTextInput } from "./LocalTextInput.tsx";
import { ReferenceInput } from "./ReferenceInput.tsx";

interface FieldInputProps {
  readonly path: string;
  readonly field: FieldSchema;
  readonly value: Json | undefined;
  readonly onChange: (value: Json) => void;
  /** The currency of the record, for money. */
  readonly currency?: string | undefined;
  readonly referenceTitle?: string | undefined;
  readonly within?: Readonly<Record<string, string>> | undefined;
  readonly error?: string | undefined;
  readonly required?: boolean;
}

const textOrNull = (value: Json | undefined): string | null =>
  value === null || value === undefined || value === "" ? null : jsonText(value);

const INPUT_MODES = { email: "email", phone: "tel", url: "url" } as const;

/** Whether a value is, or holds, a choice: one that was put away stays where it was chosen before. */
const isHeld = (value: Json | undefined, key: string): boolean =>
  value === key || (Array.isArray(value) && value.includes(key));

/** One field of a form, in the shape its type asks for. */
export function FieldInput({
  path,
  field,
  value,
  onChange,
  currency,
  referenceTitle,
  within,
  error,
  required,
}: FieldInputProps) {
  const { t } = useTranslation("form");
  const { language, local } = useLanguage();
  const unit = field.currency ?? (currency === "" ? undefined : currency);
  const shared = {
    label: local(field.label),
    required: required ?? field.required ?? false,
    error: error ?? null,
    // Help stands below, so that fields side by side stay in line.
    ...(field.help === undefined
      ? {}
      : { description: local(field.help), inputWrapperOrder: ["label", "input", "description", "error"] as const }),
    "data-field": path,
  } satisfies InputWrapperProps & { "data-field": string };
  const choices = (field.choices ?? [])
    .filter(({ key, archived }) => archived !== true || isHeld(value, key))
    .map(({ key, label }) => ({ value: key, label: local(label) }));
  const writeText = (text: string) => onChange(text === "" ? null : text);

  switch (field.type) {
    case "text":
      return (
        <TextInput
          {...shared}
          {...(field.format === undefined ? {} : { inputMode: INPUT_MODES[field.format] })}
          value={jsonText(value)}
          maxLength={field.maxLength ?? 400}
          onChange={(event) => writeText(event.currentTarget.value)}
        />
      );
    case "longText":
      return (
        <Textarea
          {...shared}
          autosize
          minRows={2}
          maxRows={10}
          value={jsonText(value)}
          maxLength={field.maxLength ?? 20_000}
          onChange={(event) => writeText(event.currentTarget.value)}
        />
      );
    case "integer":
      return (
        <TextInput
          {...shared}
          inputMode="numeric"
          value={jsonText(value)}
          onChange={(event) => {
            const text = event.currentTarget.value.normalize("NFKC").trim();
            onChange(/^-?\d{1,15}$/u.test(text) ? Number.parseInt(text, 10) : text === "" ? null : text);
          }}
        />
      );
    case "decimal":
      return <DecimalInput {...shared} value={textOrNull(value)} onChange={onChange} />;
    case "money":
      return (
        <DecimalInput
          {...shared}
          value={textOrNull(value)}
          onChange={onChange}
          isGrouped
          {...(unit === undefined ? {} : { leftSection: currencySign(unit) })}
        />
      );
    case "share":
      return <DecimalInput {...shared} value={textOrNull(value)} onChange={onChange} pointShift={2} rightSection="%" />;
    case "boolean":
      return (
        <Checkbox
          mt={24}
          label={shared.label}
          description={shared.description}
          error={shared.error}
          data-field={path}
          checked={value === true}
          onChange={(event) => onChange(event.currentTarget.checked)}
        />
      );
    case "date":
      return (
        <DateInput
          {...shared}
          clearable={!shared.required}
          clearButtonProps={{ "aria-label": t("clear") }}
          value={textOrNull(value)}
          onChange={(date) => onChange(date)}
          valueFormat="YYYY-MM-DD"
          placeholder="YYYY-MM-DD"
          {...(language === "zh" ? { monthLabelFormat: "YYYY年M月" } : {})}
        />
      );
    case "instant": {
      const at = textOrNull(value);
      return field.derived === true ? (
        <TextInput {...shared} value={jsonText(value)} readOnly />
      ) : (
        <DateTimePicker
          {...shared}
          clearable={!shared.required}
          clearButtonProps={{ "aria-label": t("clear") }}
          value={at === null ? null : dayjs(at).format("YYYY-MM-DD HH:mm:ss")}
          onChange={(local) => onChange(local === null ? null : dayjs(local).toISOString())}
          valueFormat="YYYY-MM-DD HH:mm"
          placeholder="YYYY-MM-DD HH:mm"
          {...(language === "zh" ? { monthLabelFormat: "YYYY年M月" } : {})}
        />
      );
    }
    case "choice":
      return (
        <Select
          {...shared}
          data={choices}
          value={textOrNull(value)}
          onChange={onChange}
          clearable={!shared.required}
          clearButtonProps={{ "aria-label": t("clear") }}
          placeholder={t("choose")}
          searchable
        />
      );
    case "multiChoice":
      return (
        <MultiSelect
          {...shared}
          data={choices}
          value={Array.isArray(value) ? value.filter((key) => typeof key === "string") : []}
          onChange={(keys) => onChange(keys.length === 0 ? null : keys)}
          clearable={!shared.required}
          clearButtonProps={{ "aria-label": t("clear") }}
          placeholder={Array.isArray(value) && value.length > 0 ? "" : t("choose")}
          searchable={choices.length > 8}
        />
      );
    case "reference":
      return (
        <ReferenceInput
          {...shared}
          refersTo={field.refersTo ?? ""}
          value={textOrNull(value)}
          title={referenceTitle}
          within={within}
          onChange={onChange}
        />
      );
    case "localText":
      return <LocalTextInput {...shared} value={value} onChange={onChange} />;
    case "lines":
      return null;
  }
}
