import { Button } from "@mantine/core";
import { Link } from "@tanstack/react-router";
import { type ComponentProps, useState } from "react";
import { useTranslation } from "react-i18next";
import type { CaseAnswer } from "../api/shapes.ts";
import { useLanguage } from "../i18n/useLanguage.ts";
import { DueChip } from "../inbox/DueChip.tsx";
import { useVerdicts } from "../inbox/useVerdicts.ts";
import { Chip } from "../records/Chip.tsx";
import { useSession } from "../signIn/useSession.ts";
import { listed } from "../text/listed.ts";
import { ReassignDialog } from "./ReassignDialog.tsx";
import { TakeBackDialog } from "./TakeBackDialog.tsx";
import { TaskForeseen } from "./TaskForeseen.tsx";
import { WhyAsked } from "./WhyAsked.tsx";
import css from "./cases.module.css";

interface CaseTasksProps extends Pick<CaseAnswer, "definition" | "tasks"> {
  readonly caseId: string;
}

/** Who has work in this case, open first; whoever may gives it to somebody else. */
export function CaseTasks({ caseId, definition, tasks }: CaseTasksProps) {
  const { t } = useTranslation(["cases", "inbox"]);
  const verdicts = useVerdicts(definition);
  const [given, give] = useState<string | null>(null);
  const [back, takeBack] = useState<ComponentProps<typeof TakeBackDialog> | null>(null);
  const { local, language } = useLanguage();
  const me = useSession().data?.person.id;
  type Task = CaseAnswer["tasks"][number];
  const isMine = ({ people, assignee }: Task): boolean => [...people, assignee].some((one) => one?.id === me);
  const actsOn = ({ node, kind }: Task) => {
    const step = definition.nodes.find(({ id }) => id === node);
    if (kind === "approval")
      return (["approve", "reject"] as const).map((verb) => ({ label: t(`inbox:${verb}`), act: { do: verb } }));
    if (kind !== "task" || step?.kind !== "task") return [];
    return step.outcomes.map(({ key, name }) => ({
      label: local(name) || key,
      act: { do: "complete", outcome: key } as const,
    }));
  };
  return (
    <ul className={css.list}>
      {tasks
        .toSorted((one, other) => Number(other.status === "open") - Number(one.status === "open"))
        .map((task) => (
          <li key={task.id} className={css.row}>
            <span className={css.grow}>
              {task.status === "open" ? (
                <Link to="/inbox" search={{ task: task.id }}>
                  {task.name}
                </Link>
              ) : (
                task.name
              )}
            </span>
            {task.status === "open" ? (
              <DueChip dueAt={task.dueAt} late={task.late} />
            ) : task.outcome === null ? null : (
              <Chip tone={verdicts(task.outcome, task.node).tone}>{verdicts(task.outcome, task.node).label}</Chip>
            )}
            <span className={css.quiet}>
              {listed(
                (task.assignee === null ? task.people : [task.assignee]).map((person) => person.name),
                language,
              )}
            </span>
            {task.why === null ? null : <WhyAsked why={task.why} />}
            {task.status === "open" && isMine(task) ? (
              <TaskForeseen caseId={caseId} taskId={task.id} acts={actsOn(task)} />
            ) : null}
            {task.takeBack.map((act) => (
              <Button
                key={act}
                variant="default"
                size="compact-xs"
                onClick={() => takeBack({ task, act, onClose: () => takeBack(null) })}
              >
                {t(`inbox:${act}`)}
              </Button>
            ))}
            {task.canReassign ? (
              <Button variant="default" size="compact-xs" onClick={() => give(task.id)}>
                {t("reassign")}
              </Button>
            ) : null}
          </li>
        ))}
      {back === null ? null : <TakeBackDialog {...back} />}
      {given === null ? null : <ReassignDialog caseId={caseId} task={given} onClose={() => give(null)} />}
    </ul>
  );
}
