import { useTranslation } from "react-i18next";
import { RunTask } from "./RunTask.tsx";
import type { OpenRun } from "./useRun.ts";
import css from "./runPanel.module.css";

interface RunTasksProps {
  readonly open: OpenRun;
  readonly acting: string;
  readonly onActing: (personId: string) => void;
}

/** The work that is open and whose it is, with what they could do with it; last what somebody was only told or asked beside it. */
export function RunTasks({ open, acting, onActing }: RunTasksProps) {
  const { t } = useTranslation("testRun");
  const { state, tasks } = open.now;
  const isAside = (kind: string): boolean => kind === "copy" || kind === "consult";
  const openNow = tasks.filter((task) => task.open);
  const work = openNow.filter(({ kind }) => !isAside(kind));
  const asides = openNow.filter(({ kind }) => isAside(kind));
  if (state.status === "ended" && work.length === 0) return null;
  return (
    <section className={css.part} aria-labelledby="run-waiting">
      <h3 id="run-waiting">{t("now.waiting")}</h3>
      {work.length === 0 && <p className={css.muted}>{t("now.nothing")}</p>}
      <ul className={css.tasks}>
        {[...work, ...asides].map((task) => (
          <RunTask key={task.key} open={open} task={task} acting={acting} onActing={onActing} />
        ))}
      </ul>
    </section>
  );
}
