import { Link } from "@tanstack/react-router";
import type { CaseAnswer } from "../api/shapes.ts";
import { DueChip } from "../inbox/DueChip.tsx";
import { useVerdicts } from "../inbox/useVerdicts.ts";
import { Chip } from "../records/Chip.tsx";
import css from "./cases.module.css";

/** Who has work in this case, open first. */
export function CaseTasks({ definition, tasks }: Pick<CaseAnswer, "definition" | "tasks">) {
  const verdicts = useVerdicts(definition);
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
              {(task.assignee === null ? task.people : [task.assignee]).map((person) => person.name).join(", ")}
            </span>
          </li>
        ))}
    </ul>
  );
}
