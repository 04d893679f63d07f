import { Button, Group, Progress } from "@mantine/core";
import type { ProcessDefinition } from "@sluice/process";
import { Link } from "@tanstack/react-router";
import { useState } from "react";
import { useTranslation } from "react-i18next";
import { useCommand } from "../../api/useCommand.ts";
import { useQueryOf } from "../../api/useQueryOf.ts";
import { FailureState } from "../../states/FailureState.tsx";
import { LoadingState } from "../../states/LoadingState.tsx";
import { ProblemList } from "../../states/ProblemList.tsx";
import { useFormats } from "../../text/useFormats.ts";
import { JudgedCases } from "./JudgedCases.tsx";
import { MeantCases } from "./MeantCases.tsx";
import { UndoDialog } from "./UndoDialog.tsx";
import css from "./migration.module.css";

const ASK_EVERY_MS = 1_000;

interface MigrationProgressProps {
  readonly id: string;
  /** The process, for the names of its steps. */
  readonly definition: ProcessDefinition;
  readonly onAnother: () => void;
}

/** How far a migration is, what came of it, and the ways on from there: more, no more, or back. */
export function MigrationProgress({ id, definition, onAnother }: MigrationProgressProps) {
  const { t } = useTranslation("migration");
  const { instant } = useFormats();
  const [isSettled, setSettled] = useState(false);
  const asked = useQueryOf("migrations.get", { id }, { refetchEveryMs: isSettled ? false : ASK_EVERY_MS });
  const cancel = useCommand("migrations.cancel");
  const goOn = useCommand("migrations.goOn");
  const [isUndoing, askToUndo] = useState(false);
  const progress = asked.data;
  if (!progress)
    return asked.error ? <FailureState error={asked.error} onRetry={() => void asked.refetch()} /> : <LoadingState />;
  const { status, counts, undone, left, tried, staying, notBack } = progress;
  const moved = counts.moves ?? 0;
  const stayed = Object.entries(counts).reduce((sum, [verdict, count]) => (verdict === "moves" ? sum : sum + count), 0);
  const isWaiting = status === "tried" || status === "stopped";
  const isOver = status === "done" || status === "cancelled";
  const done = moved + stayed;
  if (isSettled !== (isOver || status === "undone")) setSettled(!isSettled);
  return (
    <section className={css.part} aria-labelledby="migration-progress" data-status={status}>
      <h2 id="migration-progress">{t("progress.title", { from: progress.from, to: progress.to })}</h2>
      <p className={css.status} role="status">
        {t(`status.${status}`)}
      </p>
      <MeantCases definition={definition} filter={progress.filter} />
      <Progress
        value={status === "running" || isWaiting ? (done / Math.max(1, done + left)) * 100 : 100}
        aria-label={t("progress.label")}
      />
      <ul className={css.facts}>
        <li data-fact="moved">{t("progress.moved", { count: moved })}</li>
        {stayed > 0 && <li data-fact="stayed">{t("progress.stayed", { count: stayed })}</li>}
        {left > 0 && <li data-fact="left">{t("progress.left", { count: left })}</li>}
        {(["undone", "begunAnew", "movedSince", "refused"] as const)
          .filter((what) => (undone[what] ?? 0) > 0)
          .map((what) => (
            <li key={what} data-fact={what}>
              {t(`progress.${what}`, { count: undone[what] ?? 0 })}
            </li>
          ))}
      </ul>
      {progress.stoppedBy && (
        <p>
          <Link to="/cases/$id" params={{ id: progress.stoppedBy.caseId }}>
            {t("progress.incident")}
          </Link>
        </p>
      )}
      <p className={css.quiet}>
        {t("progress.reason", { reason: progress.reason })} ·{" "}
        {t("progress.began", { when: instant(progress.startedAt) })}
        {progress.endedAt !== null && <> · {t("progress.ended", { when: instant(progress.endedAt) })}</>}
      </p>
      {progress.undoReason !== null && (
        <p className={css.quiet}>{t("progress.undoReason", { reason: progress.undoReason })}</p>
      )}
      {(status === "running" || status === "undoing") && <p className={css.quiet}>{t("progress.leave")}</p>}
      <ProblemList problems={[...cancel.problems, ...goOn.problems]} />
      <Group mt={14} gap={8}>
        {isWaiting && (
          <Button loading={goOn.isRunning} onClick={() => void goOn.run({ id })}>
            {t("act.goOn")}
          </Button>
        )}
        {(isWaiting || status === "running") && (
          <Button variant="default" loading={cancel.isRunning} onClick={() => void cancel.run({ id })}>
            {t("act.cancel")}
          </Button>
        )}
        {(isOver || isWaiting) && moved > 0 && (
          <Button variant="default" onClick={() => askToUndo(true)}>
            {t("act.undo")}
          </Button>
        )}
        {(isOver || status === "undone") && (
          <Button variant="default" onClick={onAnother}>
            {t("act.another")}
          </Button>
        )}
      </Group>
      {isUndoing && <UndoDialog id={id} from={progress.from} to={progress.to} onClose={() => askToUndo(false)} />}
      {tried.length > 0 && (
        <>
          <h3>{t("progress.tried")}</h3>
          <JudgedCases cases={tried} label={t("progress.tried")} />
        </>
      )}
      {notBack.length > 0 && (
        <>
          <h3>{t("progress.notBack")}</h3>
          <JudgedCases
            cases={notBack.map(({ undone: verdict, ...it }) => ({ ...it, verdict }))}
            label={t("progress.notBack")}
          />
        </>
      )}
      {staying.length > 0 && (
        <>
          <h3>{t("progress.staying")}</h3>
          <JudgedCases cases={staying} label={t("progress.staying")} />
        </>
      )}
    </section>
  );
}
