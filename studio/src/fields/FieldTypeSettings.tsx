import { NumberInput, Select, TextInput } from "@mantine/core";
import {
  currencies,
  settingsOfType,
  textFormats,
  type Choice,
  type CustomFieldType,
  type FieldSchema,
  type RecordSchema,
} from "@sluice/domain";
import type { Json } from "@sluice/process";
import { useTranslation } from "react-i18next";
import { FieldInput } from "../form/FieldInput.tsx";
import { useRecordSchemas } from "../form/useRecordSchemas.ts";
import { useLanguage } from "../i18n/useLanguage.ts";
import { jsonText } from "../text/jsonText.ts";
import { ChoiceList } from "./ChoiceList.tsx";
import type { SettingEdits } from "./fieldDraft.ts";
import css from "./fields.module.css";

interface FieldTypeSettingsProps {
  readonly schema: RecordSchema;
  readonly settings: Readonly<Record<string, Json>>;
  readonly errors: ReadonlyMap<string, string>;
  readonly onChange: (name: keyof SettingEdits, value: Json) => void;
}

/** What only fields of this type are asked: lengths, bounds, choices, what it refers to, its default. */
export function FieldTypeSettings({ schema, settings, errors, onChange }: FieldTypeSettingsProps) {
  const { t } = useTranslation("fields");
  const { local } = useLanguage();
  const schemas = useRecordSchemas();
  const type = settings["type"] as CustomFieldType;
  const known = settingsOfType(type);
  const has = (name: (typeof known)[number]): boolean => known.includes(name);
  const lengths = (["minLength", "maxLength"] as const).filter(has);
  const bounds = (["min", "max"] as const).filter(has);
  const hasOwnCurrency = schema.fields["currency"] !== undefined;
  const asked = { ...settings, label: { en: t("default"), zh: t("default") } } as unknown as FieldSchema;
  const { help: _help, required: _required, ...plain } = asked;
  return (
    <>
      {has("format") ? (
        <Select
          label={t("format")}
          data={[
            { value: "", label: t("formatNone") },
            ...textFormats.map((value) => ({ value, label: t(`format_${value}`) })),
          ]}
          value={jsonText(settings["format"])}
          allowDeselect={false}
          error={errors.get("format") ?? null}
          onChange={(value) => onChange("format", value === "" ? null : value)}
        />
      ) : null}
      {lengths.length + bounds.length === 0 ? null : (
        <div className={css.pair}>
          {lengths.map((name) => (
            <NumberInput
              key={name}
              label={t(name)}
              hideControls
              allowNegative={false}
              allowDecimal={false}
              value={typeof settings[name] === "number" ? settings[name] : ""}
              error={errors.get(name) ?? null}
              onChange={(value) => onChange(name, typeof value === "number" ? value : null)}
            />
          ))}
          {bounds.map((name) => (
            <TextInput
              key={name}
              label={t(name)}
              inputMode="decimal"
              value={jsonText(settings[name])}
              error={errors.get(name) ?? null}
              onChange={(event) => onChange(name, event.currentTarget.value.trim() || null)}
            />
          ))}
        </div>
      )}
      {has("currency") && !hasOwnCurrency ? (
        <Select
          label={t("currency")}
          required
          data={currencies.map((it) => ({ value: it.key, label: local(it.label) }))}
          value={jsonText(settings["currency"]) || null}
          error={errors.get("currency") ?? null}
          onChange={(value) => onChange("currency", value)}
        />
      ) : null}
      {has("refersTo") ? (
        <Select
          label={t("refersTo")}
          required
          data={[
            { value: "person", label: t("person") },
            ...schemas.all.map((it) => ({ value: it.type, label: local(it.label) })),
          ]}
          value={jsonText(settings["refersTo"]) || null}
          error={errors.get("refersTo") ?? null}
          onChange={(value) => onChange("refersTo", value)}
        />
      ) : null}
      {has("choices") ? (
        <ChoiceList
          choices={(settings["choices"] ?? []) as unknown as readonly Choice[]}
          error={errors.get("choices")}
          onChange={(next) => onChange("choices", next as unknown as Json)}
        />
      ) : null}
      {has("default") ? (
        <FieldInput
          path="default"
          field={{ ...plain, help: { en: t("defaultHelp"), zh: t("defaultHelp") } }}
          value={settings["default"]}
          error={errors.get("default")}
          onChange={(value) => onChange("default", value)}
        />
      ) : null}
    </>
  );
}
