import { Button, Menu } from "@mantine/core";
import { actsAt, type PlayedMoment, removableAt, type StoryEvent, type TaskAct } from "@sluice/process";
import { IconDots } from "@tabler/icons-react";
import { useState } from "react";
import { useTranslation } from "react-i18next";
import { findNode } from "../canvas/model/elements.ts";
import { textIn } from "../canvas/sayings/sayings.ts";
import { SendBackDialog } from "../inbox/SendBackDialog.tsx";
import { type PeopleAct, peopleActs, WhomDialog } from "../inbox/WhomDialog.tsx";
import { ActDialog, type TypedAct } from "./ActDialog.tsx";
import { nameOf, namesOf, timeOf } from "./runWords.ts";
import { needsFile, needsWords, taskActs } from "./taskActs.ts";
import type { OpenRun } from "./useRun.ts";
import css from "./runPanel.module.css";

type Task = PlayedMoment["tasks"][number];
type Act = (StoryEvent & { do: "act" })["act"];

/** What is asked for before an act is taken: what goes with it, whom it is about, or how far back. */
type Asked = { readonly for: "words"; readonly act: Act } | { readonly for: "whom"; readonly act: PeopleAct } | "back";

interface RunTaskProps {
  readonly open: OpenRun;
  readonly task: Task;
  readonly acting: string;
  readonly onActing: (personId: string) => void;
}

const isAboutPeople = (act: TaskAct["do"]): act is PeopleAct => (peopleActs as readonly string[]).includes(act);

/** A piece of open work, whose it is, and everything that they could do with it in the workspace. */
export function RunTask({ open, task, acting, onActing }: RunTaskProps) {
  const { t } = useTranslation(["testRun", "inbox"]);
  const { now, run, words, definition, happen } = open;
  const [asked, setAsked] = useState<Asked | null>(null);
  const place = { definition, state: now.state };
  const { main, more } = taskActs(task, actsAt(place, task, acting));
  const name = textIn(words.sayings, task.name);
  const [first] = task.people;

  const labelOf = (act: TaskAct["do"]): string =>
    act === "consult" || act === "copy" || act === "comment"
      ? t(`inbox:${act}Act`)
      : act === "complete"
        ? t("act.done")
        : t(`inbox:${act}`);
  const buttonOf = (act: Act): string => {
    if (act.do !== "complete") return labelOf(act.do);
    if (task.kind === "copy") return t("inbox:markRead");
    if (task.kind === "consult") return t("inbox:answerAct");
    const own = task.outcomes.find(({ key }) => key === act.outcome)?.name;
    return textIn(words.sayings, own) || t("act.done");
  };
  const take = (act: Act, typed: Partial<TypedAct> = {}) => {
    setAsked(null);
    const { comment = "", signature = "", form = {} } = typed;
    happen({
      do: "act",
      by: acting,
      at: task.node,
      act,
      ...(comment === "" ? {} : { comment }),
      ...(signature === "" ? {} : { signature }),
      ...(needsFile(definition, task, act) ? { attachments: ["file"] } : {}),
      ...(Object.keys(form).length === 0 ? {} : { form: form as never }),
    });
  };
  const withWords = (act: Act) => (needsWords(definition, task, act) ? setAsked({ for: "words", act }) : take(act));
  const press = (act: Act) => {
    const node = findNode(definition, task.node);
    const isChosen = act.do === "sendBack" && node?.kind === "approval" && node.sendBack?.to === "visited";
    if (isChosen) setAsked("back");
    else withWords(act);
  };
  const choose = (act: TaskAct["do"]) =>
    isAboutPeople(act) ? setAsked({ for: "whom", act }) : withWords({ do: act } as Act);

  return (
    <li data-run-task={task.node} data-kind={task.kind}>
      <strong>{name}</strong>
      {(task.kind === "copy" || task.kind === "consult") && <small>{t(`now.${task.kind}`)}</small>}
      <p className={css.muted}>
        {t("now.with", { who: namesOf(words, task.people) })}
        {task.dueAt !== null && ` · ${t("now.due", { when: timeOf(run.story, words.sayings.language, task.dueAt) })}`}
      </p>
      <div className={css.acts}>
        {main.map((act) => (
          <Button
            key={act.do === "complete" ? act.outcome : act.do}
            size="compact-sm"
            variant={act.do === "approve" || act.do === "complete" ? "filled" : "default"}
            onClick={() => press(act)}
          >
            {buttonOf(act)}
          </Button>
        ))}
        {more.length > 0 && (
          <Menu position="bottom-end">
            <Menu.Target>
              <Button
                size="compact-sm"
                variant="default"
                aria-label={t("act.moreFor", { task: name })}
                leftSection={<IconDots size={13} stroke={1.8} />}
              >
                {t("inbox:more")}
              </Button>
            </Menu.Target>
            <Menu.Dropdown>
              {more.map((act) => (
                <Menu.Item key={act} onClick={() => choose(act)}>
                  {labelOf(act)}
                </Menu.Item>
              ))}
            </Menu.Dropdown>
          </Menu>
        )}
        {!task.people.includes(acting) && first !== undefined && (
          <Button size="compact-sm" variant="default" onClick={() => onActing(first)}>
            {t("acting.actAs", { name: nameOf(words, first) })}
          </Button>
        )}
      </div>
      {asked === "back" && (
        <SendBackDialog
          definition={definition}
          visited={now.state.trail.map(({ node }) => node)}
          from={task.node}
          onClose={() => setAsked(null)}
          onChoose={(to) => withWords(to === null ? { do: "sendBack" } : { do: "sendBack", to })}
        />
      )}
      {asked !== null && asked !== "back" && asked.for === "whom" && (
        <WhomDialog
          act={asked.act}
          people={(asked.act === "removeSigner"
            ? removableAt(place, task, acting)
            : run.story.given.people.map(({ id }) => id)
          ).map((id) => ({ value: id, label: nameOf(words, id) }))}
          onClose={() => setAsked(null)}
          onAct={(act) => take(act as Act)}
        />
      )}
      {asked !== null && asked !== "back" && asked.for === "words" && (
        <ActDialog
          open={open}
          title={`${name} · ${buttonOf(asked.act)}`}
          acting={acting}
          form={asked.act.do === "comment" ? [] : task.form}
          asks={asked.act.do === "comment" ? ["comment"] : ["comment", "signature"]}
          onClose={() => setAsked(null)}
          onDone={(typed) => take(asked.act, typed)}
        />
      )}
    </li>
  );
}
