import { Select, TextInput } from "@mantine/core";
import type { FieldSchema } from "@sluice/domain";
import { useTranslation } from "react-i18next";
import { ReferenceInput } from "../form/ReferenceInput.tsx";
import { useLanguage } from "../i18n/useLanguage.ts";
import { RangeFilter } from "./RangeFilter.tsx";

interface FilterFieldProps {
  readonly field: FieldSchema;
  readonly value: string | null;
  readonly onChange: (value: string | null) => void;
}

/** What one field of a list is narrowed to: a choice, a record, a text, or a stretch from one value to another. */
export function FilterField({ field, value, onChange }: FilterFieldProps) {
  const { t } = useTranslation(["lists", "form"]);
  const { local } = useLanguage();
  const label = local(field.label);
  const shared = { label, placeholder: t("anyValue"), comboboxProps: { withinPortal: false } };
  switch (field.type) {
    case "reference":
      return <ReferenceInput {...shared} refersTo={field.refersTo ?? ""} value={value} onChange={onChange} />;
    case "integer":
    case "decimal":
    case "share":
    case "money":
    case "date":
    case "instant":
      return <RangeFilter field={field} value={value} onChange={onChange} />;
    case "text":
      return (
        <TextInput
          label={label}
          placeholder={t("anyValue")}
          defaultValue={value ?? ""}
          onBlur={(event) => onChange(event.currentTarget.value.trim() || null)}
          onKeyDown={(event) => {
            if (event.key === "Enter") onChange(event.currentTarget.value.trim() || null);
          }}
        />
      );
    case "multiChoice":
    case "choice":
    case "boolean":
      return (
        <Select
          {...shared}
          clearable
          clearButtonProps={{ "aria-label": t("form:clear") }}
          data={
            field.type === "boolean"
              ? [
                  { value: "true", label: t("form:yes") },
                  { value: "false", label: t("form:no") },
                ]
              : (field.choices ?? []).map((choice) => ({ value: choice.key, label: local(choice.label) }))
          }
          value={value}
          onChange={onChange}
        />
      );
    case "longText":
    case "localText":
    case "lines":
      return null;
  }
}
