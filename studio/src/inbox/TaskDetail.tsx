import { Button } from "@mantine/core";
import { notifications } from "@mantine/notifications";
import type { Json, TaskAct } from "@sluice/process";
import { IconArrowLeft, IconExternalLink, IconRoute } from "@tabler/icons-react";
import { useTranslation } from "react-i18next";
import { recordAddress } from "../api/recordTypes.ts";
import type { TaskAnswer } from "../api/shapes.ts";
import { useCommand } from "../api/useCommand.ts";
import { useQueryOf } from "../api/useQueryOf.ts";
import { TaskForeseen } from "../cases/TaskForeseen.tsx";
import { problemsByField } from "../form/problemsByField.ts";
import { useRecordDraft } from "../form/useRecordDraft.ts";
import { useLanguage } from "../i18n/useLanguage.ts";
import { LinkButton } from "../shell/LinkButton.tsx";
import { ProblemList } from "../states/ProblemList.tsx";
import { listed } from "../text/listed.ts";
import { DueChip } from "./DueChip.tsx";
import { TaskActs } from "./TaskActs.tsx";
import { TaskForm } from "./TaskForm.tsx";
import { TaskHistory } from "./TaskHistory.tsx";
import { TaskLines } from "./TaskLines.tsx";
import { TaskTile } from "./TaskTile.tsx";
import { evidencePlaces, useEvidence } from "./useEvidence.ts";
import { useTaskLines } from "./useTaskLines.ts";
import listCss from "./InboxPage.module.css";
import css from "./OpenTask.module.css";

interface TaskDetailProps {
  readonly answer: TaskAnswer;
  readonly onBack: () => void;
  readonly onActed: () => void;
}

const noFields: Readonly<Record<string, Json>> = {};

/** One task opened: what it is about, its form, what was said before, and what one may do. Typed input outlives the session. */
export function TaskDetail({ answer, onBack, onActed }: TaskDetailProps) {
  const { t } = useTranslation("inbox");
  const { language } = useLanguage();
  const { task, form, record, acts, removable, history } = answer;
  const { id } = task;
  const caseAnswer = useQueryOf("cases.get", { id: task.caseId });
  const act = useCommand("tasks.act");
  const draft = useRecordDraft(`task.${id}`, { version: 0, fields: noFields });
  const lines = useTaskLines(answer);

  const to = recordAddress(task.record.type, task.record.id);
  const fieldPaths = new Set(form.map((field) => field.path));
  // The grid shows what is wrong with what was typed into it and saved; what the work itself is refused for stands at its acts.
  const isShown = (path: string): boolean => !path.startsWith("lines.") && fieldPaths.has(path.split(".")[0] ?? "");
  const { byField, general } = problemsByField(act.problems, isShown);
  const evidence = useEvidence(draft);
  const typed = Object.fromEntries(Object.entries(draft.edits).filter(([path]) => !evidencePlaces.has(path)));

  const run = async (chosen: TaskAct, label: string): Promise<boolean> => {
    // What was typed into the lines belongs to the work that is handed in: it is saved first.
    if (chosen.do === "complete" && !(await lines.save())) return false;
    const decides = chosen.do === "complete" || chosen.do === "approve" || chosen.do === "reject";
    const done = await act.run({
      taskId: id,
      act: chosen as Parameters<typeof act.run>[0]["act"],
      ...evidence.sent,
      ...(decides && Object.keys(typed).length > 0 ? { form: typed } : {}),
    });
    if (done === null) return false;
    notifications.show({ message: t("acted", { act: label, task: task.name }) });
    if (chosen.do === "claim" || chosen.do === "urge") return true;
    if (chosen.do === "comment") {
      draft.drop([...evidencePlaces]);
      return true;
    }
    draft.discard();
    onActed();
    return true;
  };

  return (
    <article className={css.task}>
      <div>
        <Button
          className={listCss.backOnly ?? ""}
          variant="subtle"
          color="gray"
          leftSection={<IconArrowLeft size={15} />}
          onClick={onBack}
          mb={6}
        >
          {t("back")}
        </Button>
        <div className={css.head}>
          <TaskTile kind={task.kind} />
          <h2>{task.name}</h2>
          <DueChip dueAt={task.dueAt} late={task.late} />
        </div>
        <div className={css.sub}>
          <span>{task.processName}</span>
          {task.assignee !== null ? (
            <span>{t("assignee", { name: task.assignee.name })}</span>
          ) : task.candidates.length > 0 ? (
            <span>
              {t("unassigned", {
                names: listed(
                  task.candidates.map((it) => it.name),
                  language,
                ),
              })}
            </span>
          ) : null}
          {task.round > 1 ? <span>{t("round", { round: task.round })}</span> : null}
        </div>
      </div>
      <div className={css.links}>
        {to === null ? null : (
          <LinkButton variant="default" to={to} leftSection={<IconExternalLink size={15} />}>
            {[task.record.number, task.record.title].filter(Boolean).join(" · ")}
          </LinkButton>
        )}
        <LinkButton
          variant="subtle"
          color="gray"
          to="/cases/$id"
          params={{ id: task.caseId }}
          leftSection={<IconRoute size={15} />}
        >
          {t("openCase")}
        </LinkButton>
      </div>
      {task.status === "open" ? null : <p role="status">{t("closed")}</p>}
      {record === null ? null : (
        <TaskForm
          form={form}
          record={record}
          typed={typed}
          errors={byField}
          isOpen={task.status === "open"}
          onChange={draft.change}
          lines={lines.canEdit ? <TaskLines record={record} lines={lines} /> : null}
        />
      )}
      {history.length === 0 ? null : <TaskHistory history={history} definition={caseAnswer.data?.definition ?? null} />}
      {acts.length === 0 ? null : (
        <div className={css.acts}>
          <ProblemList problems={general} />
          <TaskActs
            task={task}
            acts={acts}
            removable={removable}
            definition={caseAnswer.data?.definition ?? null}
            visited={caseAnswer.data?.visited ?? []}
            evidence={evidence}
            isRunning={act.isRunning}
            onAct={run}
          />
          {caseAnswer.data === undefined ? null : (
            <TaskForeseen
              caseId={caseAnswer.data.case.id}
              taskId={task.id}
              acts={[
                ...(["approve", "reject"] as const)
                  .filter((verb) => acts.includes(verb))
                  .map((verb) => ({ label: t(verb), act: { do: verb } })),
                ...(acts.includes("complete") && task.kind === "task" ? task.outcomes : []).map(({ key, name }) => ({
                  label: name,
                  act: { do: "complete", outcome: key } as const,
                })),
              ]}
            />
          )}
        </div>
      )}
    </article>
  );
}
