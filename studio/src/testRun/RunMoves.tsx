import { Button } from "@mantine/core";
import { type Move, refusedMoves } from "@sluice/process";
import { IconLock } from "@tabler/icons-react";
import { useMemo, useState } from "react";
import { useTranslation } from "react-i18next";
import { findNode } from "../canvas/model/elements.ts";
import { textIn } from "../canvas/sayings/sayings.ts";
import { ActDialog } from "./ActDialog.tsx";
import { toldSoFar } from "./run.ts";
import { nameOf, reasonOf, sawOf } from "./runWords.ts";
import type { OpenRun } from "./useRun.ts";
import css from "./runPanel.module.css";

interface RunMovesProps {
  readonly open: OpenRun;
  readonly acting: string;
}

/** The moves that people may take out of the stage, as the workspace would show them: what stands against one is said before it is pressed, with what was seen. */
export function RunMoves({ open, acting }: RunMovesProps) {
  const { t } = useTranslation("testRun");
  const { plan, run, now, words, definition, happen } = open;
  const [asked, setAsked] = useState<Move | null>(null);
  const refused = useMemo(() => refusedMoves(plan, toldSoFar(run), acting), [plan, run, acting]);
  const stage = now.state.stage === null ? null : findNode(definition, now.state.stage);
  if (now.state.status === "ended") return null;
  const moves = stage?.kind === "stage" ? stage.moves.filter(({ trigger }) => trigger.by === "person") : [];
  const press = (move: Move) => {
    const isTyped = (move.form ?? []).some(({ access }) => access === "edit" || access === "required");
    if (move.reason !== "none" || isTyped) return setAsked(move);
    happen({ do: "move", by: acting, move: move.id });
  };
  return (
    <section className={css.part} aria-labelledby="run-moves">
      <h3 id="run-moves">
        {t("now.moves")}
        {stage && <small>{t("now.openedAt", { stage: textIn(words.sayings, stage.name) })}</small>}
      </h3>
      {moves.length === 0 && <p className={css.muted}>{t("now.noMoves")}</p>}
      <ul className={css.moves}>
        {moves.map((move) => {
          const problems = refused.get(move.id) ?? [];
          const saw = problems.flatMap((problem) => sawOf(words, problem));
          return (
            <li key={move.id} data-run-move={move.id} data-refused={problems.length > 0}>
              <Button
                size="compact-sm"
                variant={move.tone === "primary" && problems.length === 0 ? "filled" : "default"}
                leftSection={problems.length > 0 ? <IconLock size={13} stroke={1.8} /> : undefined}
                onClick={() => press(move)}
              >
                {textIn(words.sayings, move.name)}
              </Button>
              {problems.length > 0 && (
                <p className={css.why}>
                  {t("now.blocked", {
                    who: nameOf(words, acting),
                    why: problems.map((problem) => reasonOf(words, problem)).join(" "),
                  })}
                  {saw.length > 0 && <span>{t("now.saw", { what: saw.join(t("log.and")) })}</span>}
                </p>
              )}
            </li>
          );
        })}
      </ul>
      {asked && (
        <ActDialog
          open={open}
          title={textIn(words.sayings, asked.name)}
          acting={acting}
          form={asked.form ?? []}
          asks={asked.reason === "none" ? [] : ["reason"]}
          onClose={() => setAsked(null)}
          onDone={({ reason, form }) => {
            setAsked(null);
            happen({
              do: "move",
              by: acting,
              move: asked.id,
              ...(reason === "" ? {} : { reason }),
              ...(Object.keys(form).length === 0 ? {} : { form: form as never }),
            });
          }}
        />
      )}
    </section>
  );
}
