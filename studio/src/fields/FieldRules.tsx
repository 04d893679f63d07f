import { Checkbox } from "@mantine/core";
import { settingsOfType, type CustomFieldType } from "@sluice/domain";
import type { Json } from "@sluice/process";
import { useTranslation } from "react-i18next";
import type { SettingEdits } from "./fieldDraft.ts";
import css from "./fields.module.css";

interface FieldRulesProps {
  readonly type: CustomFieldType;
  readonly settings: Readonly<Record<string, Json>>;
  readonly errors: ReadonlyMap<string, string>;
  readonly onChange: (name: keyof SettingEdits, value: Json) => void;
}

const rules = ["required", "unique", "filterable", "searchable"] as const;

/** What holds of a field as yes or no: those that its type has. */
export function FieldRules({ type, settings, errors, onChange }: FieldRulesProps) {
  const { t } = useTranslation("fields");
  return (
    <div className={css.rules}>
      {rules
        .filter((rule) => rule === "required" || settingsOfType(type).includes(rule))
        .map((rule) => (
          <Checkbox
            key={rule}
            label={t(rule)}
            description={t(`${rule}Help`)}
            styles={{ description: { marginTop: 3 } }}
            error={errors.get(rule) ?? null}
            checked={settings[rule] === true}
            onChange={(event) => onChange(rule, event.currentTarget.checked)}
          />
        ))}
    </div>
  );
}
