import { Button, Group, Modal } from "@mantine/core";
import { notifications } from "@mantine/notifications";
import type { RecordSchema } from "@sluice/domain";
import type { Json } from "@sluice/process";
import { useNavigate } from "@tanstack/react-router";
import { useState } from "react";
import { useTranslation } from "react-i18next";
import type { RecordView } from "../../api/shapes.ts";
import type { OutputOf } from "../../api/surface.ts";
import { useCommand } from "../../api/useCommand.ts";
import { problemsByField } from "../../form/problemsByField.ts";
import { RecordFields } from "../../form/RecordFields.tsx";
import { useLanguage } from "../../i18n/useLanguage.ts";
import { ProblemList } from "../../states/ProblemList.tsx";

interface StartDialogProps {
  readonly process: OutputOf<"cases.startable">[number];
  readonly schema: RecordSchema;
  readonly record: RecordView;
  readonly onClose: () => void;
}

const emptyName = { en: "", zh: "" };
const isEmpty = (value: Json | undefined): boolean => value === undefined || value === null || value === "";

/** Asks before a process starts, with the fields that its start wants filled: they are saved and the case starts in one, or neither. Then its case opens. */
export function StartDialog({ process, schema, record, onClose }: StartDialogProps) {
  const { t } = useTranslation(["records", "form"]);
  const { local } = useLanguage();
  const navigate = useNavigate();
  const start = useCommand("cases.start");
  const [typed, setTyped] = useState<Readonly<Record<string, Json>>>({});
  const [isChecked, setChecked] = useState(false);
  const access = new Map(process.form.map((field) => [field.path, field.access] as const));
  const paths = process.form.filter((field) => field.access !== "hidden").map((field) => field.path);
  const values = { ...record.fields, ...typed };
  const missing = paths.filter((path) => access.get(path) === "required" && isEmpty(values[path]));
  const { byField, general } = problemsByField(start.problems, (path) => access.has(path));
  const errors = new Map([
    ...(isChecked ? missing : []).map(
      (path) => [path, t("form:required", { label: local(schema.fields[path]?.label ?? emptyName) })] as const,
    ),
    ...byField,
  ]);

  const run = async (): Promise<void> => {
    setChecked(true);
    if (missing.length > 0) return;
    const made = await start.run({
      process: process.process,
      recordType: schema.type,
      recordId: record.id,
      ...(Object.keys(typed).length === 0 ? {} : { form: typed, version: record.version }),
    });
    if (made === null) return;
    notifications.show({ message: t("startDone", { process: process.name }) });
    onClose();
    if (made.caseId !== null) await navigate({ to: "/cases/$id", params: { id: made.caseId } });
  };

  return (
    <Modal opened onClose={onClose} title={process.name}>
      <form
        noValidate
        onSubmit={(event) => {
          event.preventDefault();
          void run();
        }}
      >
        <p style={{ marginBottom: 12 }}>
          {process.description || t("startAsk", { process: process.name, title: record.title })}
        </p>
        {paths.length === 0 ? null : (
          <RecordFields
            schema={schema}
            paths={paths}
            values={values}
            refs={record.refs}
            rightOf={(path) => (access.get(path) === "read" ? "read" : (record.fieldRights[path] ?? "read"))}
            isRequired={(path) => access.get(path) === "required"}
            errors={errors}
            onChange={(path, value) => setTyped((all) => ({ ...all, [path]: value }))}
          />
        )}
        <ProblemList problems={general} />
        <Group justify="flex-end" mt="md" gap={8}>
          <Button variant="default" onClick={onClose}>
            {t("form:cancel")}
          </Button>
          <Button type="submit" loading={start.isRunning} data-autofocus={paths.length === 0 || undefined}>
            {t("startNow")}
          </Button>
        </Group>
      </form>
    </Modal>
  );
}
