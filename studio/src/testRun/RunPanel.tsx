import { Select } from "@mantine/core";
import { useState } from "react";
import { useTranslation } from "react-i18next";
import { textIn } from "../canvas/sayings/sayings.ts";
import { endingName } from "./momentWords.ts";
import { RunClock } from "./RunClock.tsx";
import { RunEffects } from "./RunEffects.tsx";
import { RunLog } from "./RunLog.tsx";
import { RunMoves } from "./RunMoves.tsx";
import { RunStepIn } from "./RunStepIn.tsx";
import { RunTasks } from "./RunTasks.tsx";
import { RunWaits } from "./RunWaits.tsx";
import { nameOf, timeOf, valueOf } from "./runWords.ts";
import type { OpenRun } from "./useRun.ts";
import css from "./runPanel.module.css";

/** Beside the canvas while a case is tried: who one is, the clock, what waits and can be done, what would be sent, and what happened. */
export function RunPanel({ open }: { readonly open: OpenRun }) {
  const { t } = useTranslation("testRun");
  const { run, now, words } = open;
  const { given } = run.story;
  const [chosen, setChosen] = useState<string | null>(null);
  const people = given.people.map(({ id }) => ({ value: id, label: nameOf(words, id) }));
  const isThere = given.people.some(({ id }) => id === chosen);
  const acting = (isThere ? chosen : given.by) ?? people[0]?.value ?? "";
  const { status, outcome, variables } = now.state;
  const values = Object.entries(variables);
  return (
    <aside className={css.panel} aria-label={t("title")}>
      <header className={css.head}>
        <h2>{run.of === null ? t("title") : textIn(words.sayings, run.story.name)}</h2>
        <p role="status" data-run-now>
          {t("clock.now", { when: timeOf(run.story, words.sayings.language, now.at) })}
        </p>
      </header>
      <div className={css.body}>
        <p className={css.muted}>{t("about")}</p>
        <Select
          label={t("acting.as")}
          data={people}
          value={acting}
          allowDeselect={false}
          searchable
          onChange={setChosen}
        />
        <RunClock open={open} />
        {status === "ended" && (
          <p className={css.over} data-run-over>
            {outcome === null ? t("now.overPlain") : t("now.over", { outcome: endingName(words, outcome) })}
          </p>
        )}
        <RunTasks open={open} acting={acting} onActing={setChosen} />
        <RunMoves open={open} acting={acting} />
        <RunWaits open={open} />
        <RunEffects open={open} />
        <RunStepIn open={open} acting={acting} onActing={setChosen} />
        {values.length > 0 && (
          <section className={css.part}>
            <h3>{t("now.variables")}</h3>
            <dl className={css.facts}>
              {values.map(([key, value]) => (
                <div key={key}>
                  <dt>{nameOfVariable(open, key)}</dt>
                  <dd>{valueOf(words, "", value)}</dd>
                </div>
              ))}
            </dl>
          </section>
        )}
        <RunLog open={open} />
      </div>
    </aside>
  );
}

const nameOfVariable = ({ definition, words }: OpenRun, key: string): string =>
  textIn(words.sayings, definition.variables.find((variable) => variable.key === key)?.name) || key;
