import { Button } from "@mantine/core";
import { useTranslation } from "react-i18next";
import type { RecordView } from "../api/shapes.ts";
import { ConflictPanel } from "../form/ConflictPanel.tsx";
import { problemsByField } from "../form/problemsByField.ts";
import { useRecordSchemas } from "../form/useRecordSchemas.ts";
import { RecordLines } from "../records/RecordLines.tsx";
import { ProblemList } from "../states/ProblemList.tsx";
import type { TaskLinesState } from "./useTaskLines.ts";
import css from "./OpenTask.module.css";

/** The lines of the record a task is about, to be typed into here. Completing the task saves them too. */
export function TaskLines({ record, lines }: { readonly record: RecordView; readonly lines: TaskLinesState }) {
  const { t } = useTranslation("form");
  const schema = useRecordSchemas().byType(record.type);
  if (schema === null) return null;
  const { draft } = lines;
  const { byField, general } = problemsByField(lines.problems, (path) => path.startsWith("lines"));
  return (
    <>
      <ConflictPanel
        schema={schema}
        standing={record.fields}
        refs={record.refs}
        draft={draft}
        by={record.updatedBy?.name}
      />
      <RecordLines schema={schema} record={record} draft={draft} right="edit" errors={byField} />
      <ProblemList problems={general} />
      {draft.isDirty ? (
        <div className={css.unsaved}>
          <span aria-live="polite">{t("unsavedLines")}</span>
          <Button variant="subtle" color="gray" onClick={draft.discard}>
            {t("discard")}
          </Button>
          <Button variant="default" loading={lines.isSaving} onClick={() => void lines.save()}>
            {t("save")}
          </Button>
        </div>
      ) : null}
    </>
  );
}
