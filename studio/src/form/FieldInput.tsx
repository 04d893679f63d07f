import { Checkbox, Select, Textarea, TextInput, type InputWrapperProps } from "@mantine/core";
import { DateInput } from "@mantine/dates";
import type { FieldSchema } from "@sluice/domain";
import type { Json } from "@sluice/process";
import { useTranslation } from "react-i18next";
import { useLanguage } from "../i18n/useLanguage.ts";
import { currencySymbol } from "../text/formats.ts";
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
  const shared = {
    label: local(field.label),
    required: required ?? field.required ?? false,
    error: error ?? null,
    "data-field": path,
  } satisfies InputWrapperProps & { "data-field": string };
  const writeText = (text: string) => onChange(text === "" ? null : text);

  switch (field.type) {
    case "text":
      return (
        <TextInput
          {...shared}
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
          {...(currency ? { leftSection: currencySymbol(currency, language) } : {})}
        />
      );
    case "share":
      return <DecimalInput {...shared} value={textOrNull(value)} onChange={onChange} pointShift={2} rightSection="%" />;
    case "boolean":
      return (
        <Checkbox
          mt={24}
          label={shared.label}
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
    case "instant":
      return <TextInput {...shared} value={jsonText(value)} readOnly />;
    case "choice":
      return (
        <Select
          {...shared}
          data={(field.choices ?? []).map((choice) => ({ value: choice.key, label: local(choice.label) }))}
          value={textOrNull(value)}
          onChange={onChange}
          clearable={!shared.required}
          clearButtonProps={{ "aria-label": t("clear") }}
          placeholder={t("choose")}
          searchable
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
