import { collectionOf } from "../api/recordTypes.ts";
import type { ShownProblem, TaskAnswer } from "../api/shapes.ts";
import { useCommand } from "../api/useCommand.ts";
import { useRecordDraft, type RecordDraft } from "../form/useRecordDraft.ts";

export interface TaskLinesState {
  /** Whether the task's reader may type into the record's lines where the task stands. */
  readonly canEdit: boolean;
  readonly draft: RecordDraft;
  readonly problems: readonly ShownProblem[];
  readonly isSaving: boolean;
  /** Saves what was typed; true when nothing is left unsaved. */
  readonly save: () => Promise<boolean>;
}

const nothing = { version: 0, fields: {} };

/** The lines of a task's record, typed into without leaving the inbox. The draft is the one of the record's own page. */
export const useTaskLines = ({ task, record, acts }: TaskAnswer): TaskLinesState => {
  const canEdit =
    task.status === "open" &&
    acts.includes("complete") &&
    record?.type === "costSheet" &&
    record.can.patch &&
    record.fieldRights.lines === "edit";
  const draft = useRecordDraft(`${task.record.type}.${task.record.id}`, record ?? nothing);
  const patch = useCommand(`${collectionOf(task.record.type) ?? "costSheets"}.patch`);
  const save = async (): Promise<boolean> => {
    if (!canEdit || record === null || !draft.isDirty) return true;
    if (draft.changedMeanwhile.both.length > 0) return false;
    const saved = await patch.run({ id: record.id, version: record.version, fields: draft.edits });
    if (saved === null) return false;
    draft.discard();
    return true;
  };
  return { canEdit, draft, problems: patch.problems, isSaving: patch.isRunning, save };
};
