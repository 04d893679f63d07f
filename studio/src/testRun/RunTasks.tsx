import { Button } from "@mantine/core";
import type { PlayedMoment, StoryEvent } from "@sluice/process";
import { useState } from "react";
import { useTranslation } from "react-i18next";
import { findNode } from "../canvas/model/elements.ts";
import { textIn } from "../canvas/sayings/sayings.ts";
import { ActDialog } from "./ActDialog.tsx";
import { nameOf, namesOf, timeOf } from "./runWords.ts";
import { taskActs } from "./taskActs.ts";
import type { OpenRun } from "./useRun.ts";
import css from "./testRun.module.css";

type Task = PlayedMoment["tasks"][number];
type Act = (StoryEvent & { do: "act" })["act"];

interface RunTasksProps {
  readonly open: OpenRun;
  readonly acting: string;
  readonly onActing: (personId: string) => void;
}

/** The work that is open and whose it is, with the buttons that they would see. */
export function RunTasks({ open, acting, onActing }: RunTasksProps) {
  const { t } = useTranslation("testRun");
  const { now, run, words, definition, happen } = open;
  const [asked, setAsked] = useState<{ readonly task: Task; readonly act: Act } | null>(null);
  const tasks = now.tasks.filter((task) => task.open && task.kind !== "copy" && task.kind !== "consult");
  const labelOf = (task: Task, act: Act): string => {
    if (act.do !== "complete") return t(`act.${act.do as "approve"}`);
    const own = task.outcomes.find(({ key }) => key === act.outcome)?.name;
    return textIn(words.sayings, own) || t(act.outcome === "resubmit" ? "act.resubmit" : "act.done");
  };
  const press = (task: Task, act: Act) => {
    const node = findNode(definition, task.node);
    const verdict = act.do === "approve" || act.do === "reject" || act.do === "sendBack" ? act.do : null;
    const needsMore =
      verdict !== null && node?.kind === "approval"
        ? node.comment[verdict] === "required" || node.signature[verdict]
        : false;
    const isTyped = task.form.some(({ access }) => access === "edit" || access === "required");
    if (needsMore || (isTyped && act.do !== "claim")) return setAsked({ task, act });
    happen({ do: "act", by: acting, at: task.node, act });
  };
  if (now.state.status === "ended" && tasks.length === 0) return null;
  return (
    <section className={css.part} aria-labelledby="run-waiting">
      <h3 id="run-waiting">{t("now.waiting")}</h3>
      {tasks.length === 0 && <p className={css.muted}>{t("now.nothing")}</p>}
      <ul className={css.tasks}>
        {tasks.map((task) => {
          const acts = taskActs(task, acting, now.state.initiatorId);
          const [first] = task.people;
          return (
            <li key={task.key} data-run-task={task.node}>
              <strong>{textIn(words.sayings, task.name)}</strong>
              <p className={css.muted}>
                {t("now.with", { who: namesOf(words, task.people) })}
                {task.dueAt !== null &&
                  ` · ${t("now.due", { when: timeOf(run.story, words.sayings.language, task.dueAt) })}`}
              </p>
              <div className={css.acts}>
                {acts.map((act) => (
                  <Button
                    key={act.do === "complete" ? act.outcome : act.do}
                    size="compact-sm"
                    variant={act.do === "approve" || act.do === "complete" ? "filled" : "default"}
                    onClick={() => press(task, act)}
                  >
                    {labelOf(task, act)}
                  </Button>
                ))}
                {!task.people.includes(acting) && first !== undefined && (
                  <Button size="compact-sm" variant="default" onClick={() => onActing(first)}>
                    {t("acting.actAs", { name: nameOf(words, first) })}
                  </Button>
                )}
              </div>
            </li>
          );
        })}
      </ul>
      {asked && (
        <ActDialog
          open={open}
          title={`${textIn(words.sayings, asked.task.name)} · ${labelOf(asked.task, asked.act)}`}
          acting={acting}
          form={asked.task.form}
          asks={["comment", "signature"]}
          onClose={() => setAsked(null)}
          onDone={({ comment, signature, form }) => {
            const node = findNode(definition, asked.task.node);
            const verdict = asked.act.do;
            const needsFile =
              node?.kind === "approval" &&
              (verdict === "approve" || verdict === "reject" || verdict === "sendBack") &&
              node.attachment[verdict];
            setAsked(null);
            happen({
              do: "act",
              by: acting,
              at: asked.task.node,
              act: asked.act,
              ...(comment === "" ? {} : { comment }),
              ...(signature === "" ? {} : { signature }),
              ...(needsFile ? { attachments: ["file"] } : {}),
              ...(Object.keys(form).length === 0 ? {} : { form: form as never }),
            });
          }}
        />
      )}
    </section>
  );
}
