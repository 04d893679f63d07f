import { Button, Drawer, Select, TextInput } from "@mantine/core";
import { notifications } from "@mantine/notifications";
import { customFieldTypes, type CustomFieldType, type RecordSchema } from "@sluice/domain";
import type { Json } from "@sluice/process";
import { useQueryClient } from "@tanstack/react-query";
import { useState } from "react";
import { useTranslation } from "react-i18next";
import { useCommand } from "../api/useCommand.ts";
import { problemsByField } from "../form/problemsByField.ts";
import { newName } from "../i18n/newName.ts";
import { useLanguage } from "../i18n/useLanguage.ts";
import { ProblemList } from "../states/ProblemList.tsx";
import { settingsToSend, withEdits, type SettingEdits } from "./fieldDraft.ts";
import { FieldRules } from "./FieldRules.tsx";
import { FieldTypeSettings } from "./FieldTypeSettings.tsx";
import type { KeptField } from "./keptField.ts";
import { keyFrom } from "./keyFrom.ts";
import { LabelFields } from "./LabelFields.tsx";
import { PutAway } from "./PutAway.tsx";
import { RightsFields } from "./RightsFields.tsx";
import css from "./fields.module.css";

interface FieldEditorProps {
  readonly schema: RecordSchema;
  /** Null for one that is added. */
  readonly field: KeptField | null;
  readonly onClose: () => void;
}

const BLANK: Readonly<Record<string, Json>> = { type: "text", label: { en: "", zh: "" } };

/** What is said of one field. Only what was typed is put over what stands, so another admin's changes stay beside it. */
export function FieldEditor({ schema, field, onClose }: FieldEditorProps) {
  const { t } = useTranslation("fields");
  const { local, language } = useLanguage();
  const queries = useQueryClient();
  const create = useCommand("fields.create");
  const patch = useCommand("fields.patch");
  const [edits, setEdits] = useState<SettingEdits>({});
  const [typedKey, setTypedKey] = useState<string | null>(null);
  const standing = field === null ? BLANK : (field.settings as unknown as Readonly<Record<string, Json>>);
  const settings = withEdits(standing, edits);
  const type = settings["type"] as CustomFieldType;
  const label = settings["label"] as { readonly en: string; readonly zh: string };
  const key = field?.key ?? typedKey ?? keyFrom(label.en);
  const change = (name: keyof SettingEdits, value: Json): void => setEdits({ ...edits, [name]: value });
  const problems = [...create.problems, ...patch.problems];
  const isConflict = problems.some(({ code }) => code === "VERSION_CONFLICT");
  const { byField, general } = problemsByField(problems, () => true);
  const name = local(label) || key;

  const done = async (text: string): Promise<void> => {
    await queries.invalidateQueries({ predicate: (query) => query.queryKey[0] === "catalog.recordSchemas" });
    notifications.show({ message: text });
    onClose();
  };
  const save = async (): Promise<void> => {
    const sent = settingsToSend(settings);
    const answer =
      field === null
        ? await create.run({ recordType: schema.type, key, settings: sent })
        : await patch.run({ id: field.id, version: field.version, settings: sent });
    if (answer !== null) await done(t(field === null ? "made" : "saved", { field: name }));
  };

  return (
    <Drawer
      opened
      onClose={onClose}
      position="right"
      size={520}
      closeButtonProps={{ "aria-label": t("close") }}
      title={
        field === null
          ? t("newTitle", { plural: newName(local(schema.plural), language) })
          : t("changed", { field: local(field.settings.label) })
      }
    >
      <form
        className={css.editor}
        onSubmit={(event) => {
          event.preventDefault();
          void save();
        }}
      >
        {isConflict ? <p role="alert">{t("conflict")}</p> : <ProblemList problems={general} />}
        <LabelFields
          value={label}
          names={[t("labelEn"), t("labelZh")]}
          isRequired
          error={byField.get("label")}
          onChange={(next) => change("label", next)}
        />
        <TextInput
          label={t("key")}
          description={field === null ? t("keyHelp") : t("keyOfConditions", { key })}
          required
          readOnly={field !== null}
          className={css.mono ?? ""}
          value={key}
          maxLength={41}
          error={byField.get("key") ?? null}
          onChange={(event) => setTypedKey(event.currentTarget.value.trim())}
        />
        <Select
          label={t("type")}
          description={t("typeHelp")}
          data={customFieldTypes.map((value) => ({ value, label: t(`fieldType.${value}`) }))}
          value={type}
          allowDeselect={false}
          error={byField.get("type") ?? null}
          onChange={(next) => setEdits({ ...edits, type: next, default: null })}
        />
        <FieldTypeSettings schema={schema} settings={settings} errors={byField} onChange={change} />
        <FieldRules type={type} settings={settings} errors={byField} onChange={change} />
        <LabelFields
          value={(settings["help"] ?? { en: "", zh: "" }) as { readonly en: string; readonly zh: string }}
          names={[t("helpEn"), t("helpZh")]}
          error={byField.get("help")}
          onChange={(next) => change("help", next)}
        />
        <RightsFields
          value={(settings["rights"] ?? {}) as Readonly<Record<string, string>>}
          error={byField.get("rights")}
          onChange={(next) => change("rights", next)}
        />
        <div className={css.foot}>
          {field === null ? <span /> : <PutAway field={field} command={patch} onDone={(text) => void done(text)} />}
          <Button type="submit" loading={create.isRunning || patch.isRunning}>
            {t(field === null ? "create" : "save")}
          </Button>
        </div>
      </form>
    </Drawer>
  );
}
