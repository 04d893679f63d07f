import { notifications } from "@mantine/notifications";
import type { RecordSchema } from "@sluice/domain";
import { useTranslation } from "react-i18next";
import type { Collection, FieldRight, RecordView } from "../api/shapes.ts";
import { useCommand } from "../api/useCommand.ts";
import { useQueryOf } from "../api/useQueryOf.ts";
import { ConflictPanel } from "../form/ConflictPanel.tsx";
import { problemsByField } from "../form/problemsByField.ts";
import { RecordFields } from "../form/RecordFields.tsx";
import { SaveBar } from "../form/SaveBar.tsx";
import { useLayout } from "../form/useLayout.ts";
import { useRecordDraft } from "../form/useRecordDraft.ts";
import { useLanguage } from "../i18n/useLanguage.ts";
import { FailureState } from "../states/FailureState.tsx";
import { LoadingState } from "../states/LoadingState.tsx";
import { ProblemList } from "../states/ProblemList.tsx";
import { Card } from "./Card.tsx";
import { formPathsOf } from "./formPathsOf.ts";
import { linesPathOf } from "./lines/Line.ts";
import { LockNotice } from "./LockNotice.tsx";
import { MoveDialog } from "./moves/MoveDialog.tsx";
import { NextSteps } from "./moves/NextSteps.tsx";
import { useMoves } from "./moves/useMoves.ts";
import { IssuedNotice } from "./quote/IssuedNotice.tsx";
import { RecordAside } from "./RecordAside.tsx";
import { RecordHead } from "./RecordHead.tsx";
import { RecordLines } from "./RecordLines.tsx";
import { RecordState } from "./RecordState.tsx";
import { YourTasks } from "./YourTasks.tsx";
import css from "./RecordPage.module.css";

interface OpenRecordProps {
  readonly collection: Collection;
  readonly schema: RecordSchema;
  readonly record: RecordView;
}

/** A record opened: its head with the moves, its state in words, its lines and fields, what is missing before each move, and what hangs on it. */
export function OpenRecord({ collection, schema, record }: OpenRecordProps) {
  const { t } = useTranslation(["records", "form"]);
  const draft = useRecordDraft(`${schema.type}.${record.id}`, record);
  const save = useCommand(`${collection}.patch`);
  const openCase = useQueryOf("cases.get", { id: record.caseId ?? "" }, { enabled: record.caseId !== null });
  const missing = useQueryOf(
    "quotes.missing",
    { id: record.id },
    { enabled: collection === "quotes" && record.caseId !== null },
  );

  const started = useMoves(record.caseId);
  const moves = missing.data ?? openCase.data?.moves ?? [];
  const { local } = useLanguage();
  const sections = useLayout(
    schema,
    formPathsOf(schema).filter((path) => record.fieldRights[path] !== "hidden"),
  );
  const { byField, general } = problemsByField(
    save.problems,
    (path) => schema.fields[path.split(".")[0] ?? ""] !== undefined,
  );
  const isClosed = (path: string): boolean =>
    !record.can.patch || (record.lock !== null && !record.lock.except.includes(path));
  const rightOf = (path: string): FieldRight =>
    isClosed(path) ? narrowed(record.fieldRights[path]) : (record.fieldRights[path] ?? "read");
  const isBlocked = draft.changedMeanwhile.both.length > 0;

  const saveAll = async (): Promise<void> => {
    const saved = await save.run({ id: record.id, version: record.version, fields: draft.edits });
    if (saved === null) return;
    draft.discard();
    notifications.show({ message: t("form:saved") });
  };

  return (
    <div className={css.page}>
      <RecordHead
        collection={collection}
        schema={schema}
        record={record}
        openCase={openCase.data ?? null}
        moves={moves}
        blockedBecause={draft.isDirty ? t("saveFirst") : null}
        running={started.running}
        onMove={started.start}
      />
      <div className={css.columns}>
        <div className={css.main}>
          <YourTasks openCase={openCase.data ?? null} />
          <ConflictPanel
            schema={schema}
            standing={record.fields}
            refs={record.refs}
            draft={draft}
            by={record.updatedBy?.name}
          />
          <ProblemList problems={general} />
          <LockNotice lock={record.lock} />
          {collection === "quotes" ? <IssuedNotice quote={record} /> : null}
          <RecordState collection={collection} record={record} />
          <RecordLines
            schema={schema}
            record={record}
            draft={draft}
            right={rightOf(linesPathOf(schema) ?? "")}
            errors={byField}
          />
          {sections.map((section) => (
            <Card key={section.paths.join(" ")} title={local(section.title) || t("details")}>
              <RecordFields
                schema={schema}
                paths={section.paths}
                values={draft.values}
                refs={record.refs}
                rightOf={rightOf}
                errors={byField}
                onChange={draft.change}
              />
            </Card>
          ))}
          <SaveBar
            count={draft.count}
            isSaving={save.isRunning}
            isBlocked={isBlocked}
            onSave={() => void saveAll()}
            onDiscard={() => (draft.discard(), save.clear())}
          />
        </div>
        <aside className={css.aside}>
          {record.caseId === null ? null : (
            <Card title={t("nextSteps")}>
              {openCase.isPending && missing.data === undefined ? (
                <LoadingState rows={2} height={20} />
              ) : openCase.error && openCase.data === undefined && missing.data === undefined ? (
                <FailureState compact error={openCase.error} onRetry={() => void openCase.refetch()} />
              ) : (
                <NextSteps moves={moves} recordType={schema.type} recordId={record.id} />
              )}
            </Card>
          )}
          <RecordAside collection={collection} record={record} draft={draft} />
        </aside>
      </div>
      {started.asking === null || record.caseId === null ? null : (
        <MoveDialog
          key={started.asking.id}
          move={started.asking}
          refusal={started.refusal}
          caseId={record.caseId}
          schema={schema}
          record={record}
          onClose={started.close}
        />
      )}
    </div>
  );
}

/** Without the right to change a record, or while it is decided on, its fields can be read at most. */
const narrowed = (right: FieldRight | undefined): FieldRight =>
  right === "hidden" || right === "masked" ? right : "read";
