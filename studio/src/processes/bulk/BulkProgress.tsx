import { Button, Group, Progress } from "@mantine/core";
import { Link } from "@tanstack/react-router";
import { useTranslation } from "react-i18next";
import { useCommand } from "../../api/useCommand.ts";
import { useQueryOf } from "../../api/useQueryOf.ts";
import { FailureState } from "../../states/FailureState.tsx";
import { LoadingState } from "../../states/LoadingState.tsx";
import { ProblemList } from "../../states/ProblemList.tsx";
import css from "../live.module.css";

const LOOK_EVERY_MS = 700;

/** How far the last act on many cases is: what was done, what was refused and why, and a way to stop it. */
export function BulkProgress({
  processKey,
  onAgain,
  onClose,
}: {
  readonly processKey: string;
  readonly onAgain: () => void;
  readonly onClose: () => void;
}) {
  const { t } = useTranslation("bulk");
  const cancel = useCommand("bulk.cancel");
  const newest = useQueryOf("bulk.newest", { process: processKey });
  const last = newest.data ?? null;
  const isRunning = last?.status === "running";
  useQueryOf("bulk.newest", { process: processKey }, { refetchEveryMs: isRunning ? LOOK_EVERY_MS : false });
  if (newest.error && newest.data === undefined)
    return <FailureState compact error={newest.error} onRetry={() => void newest.refetch()} />;
  if (newest.data === undefined) return <LoadingState rows={3} height={24} />;
  if (last === null) return <p>{t("nobody")}</p>;
  const { done, refused, left, refusals, status, reason } = last;
  const act = t(`acts.${last.act.do}`);
  const count = done + refused + left;
  const said =
    status === "running"
      ? t("running", { act, done: done + refused, count })
      : status === "done"
        ? t("over", { act, done, refused })
        : t("cancelled", { act, done, left });
  return (
    <div className={css.filter}>
      <p role="status">
        <b>{said}</b>
      </p>
      <p className={css.more}>“{reason}”</p>
      {status !== "running" && done > 0 && <p className={css.more}>{t("stays")}</p>}
      <Progress aria-label={said} value={count === 0 ? 100 : (100 * (done + refused)) / count} />
      {refusals.length > 0 && (
        <section>
          <h3>{t("refusals")}</h3>
          <ul className={css.waiting}>
            {refusals.map(({ caseId, title, problems }) => (
              <li key={caseId}>
                <Link to="/cases/$id" params={{ id: caseId }}>
                  <span className={css.words}>
                    <b>{title}</b>
                    <small>{problems.map(({ message }) => message).join(" ")}</small>
                  </span>
                </Link>
              </li>
            ))}
          </ul>
          {refused > refusals.length && <p className={css.more}>{t("more", { count: refused - refusals.length })}</p>}
        </section>
      )}
      <ProblemList problems={cancel.problems} />
      <Group justify="flex-end" gap={8}>
        {isRunning ? (
          <Button variant="default" loading={cancel.isRunning} onClick={() => void cancel.run({ id: last.id })}>
            {t("stop")}
          </Button>
        ) : (
          <Button variant="default" onClick={onAgain}>
            {t("again")}
          </Button>
        )}
        <Button onClick={onClose}>{t("close")}</Button>
      </Group>
    </div>
  );
}
