import { Button, Progress } from "@mantine/core";
import { modals } from "@mantine/modals";
import { Link } from "@tanstack/react-router";
import { useState } from "react";
import { useTranslation } from "react-i18next";
import type { ImportStatus } from "../api/shapes.ts";
import type { OutputOf } from "../api/surface.ts";
import { useCommand } from "../api/useCommand.ts";
import { useQueryOf } from "../api/useQueryOf.ts";
import { LinkButton } from "../shell/LinkButton.tsx";
import { ProblemList } from "../states/ProblemList.tsx";
import { ImportErrors } from "./ImportErrors.tsx";
import css from "./ImportPage.module.css";

const askEveryMs = 700;

const isUnderWay = ({ state }: ImportStatus): boolean => state !== "done" && state !== "failed" && state !== "undone";

/** How far the import is, what came of it, and the way back. */
export function ResultStep({ started, onAnother }: { readonly started: ImportStatus; readonly onAnother: () => void }) {
  const { t } = useTranslation(["imports", "form"]);
  const [isOver, setOver] = useState(!isUnderWay(started));
  const asked = useQueryOf(
    "products.importStatus",
    { id: started.id },
    { refetchEveryMs: isOver ? false : askEveryMs },
  );
  const undo = useCommand("products.importUndo");
  const [undone, setUndone] = useState<OutputOf<"products.importUndo"> | null>(null);
  const status = asked.data ?? started;
  if (!isUnderWay(status) && !isOver) setOver(true);

  const askToUndo = (): void => {
    modals.openConfirmModal({
      title: t("undo"),
      children: t("undoAsk"),
      labels: { confirm: t("undo"), cancel: t("form:cancel") },
      onConfirm: () => void undo.run({ id: started.id }).then(setUndone),
    });
  };
  const done = status.created + status.refused;

  if (isUnderWay(status)) {
    return (
      <>
        <p className={css.big}>{t("running", { done, total: status.total })}</p>
        <Progress value={status.total === 0 ? 0 : (done / status.total) * 100} aria-label={t("stepResult")} />
        <p className={css.quiet}>{t("leaveOpen")}</p>
      </>
    );
  }
  return (
    <>
      <p className={css.big}>
        {undone !== null
          ? t("undone", { removed: undone.removed })
          : status.state === "failed"
            ? t("failedTitle")
            : t("doneTitle", { created: status.created })}
      </p>
      {undone === null || undone.kept.length === 0 ? null : (
        <div>
          <p>{t("kept")}</p>
          <ul>
            {undone.kept.map((product) => (
              <li key={product.id}>
                <Link to="/$collection/$id" params={{ collection: "products", id: product.id }}>
                  {`${t("row")} ${product.row}`}
                </Link>{" "}
                <span className={css.quiet}>{product.reason}</span>
              </li>
            ))}
          </ul>
        </div>
      )}
      {status.refused === 0 ? null : (
        <>
          <p>{t("refused", { count: status.refused })}</p>
          <ImportErrors errors={status.errors} />
        </>
      )}
      <ProblemList problems={undo.problems} />
      <div className={css.buttons}>
        <LinkButton to="/$collection" params={{ collection: "products" }}>
          {t("toProducts")}
        </LinkButton>
        <Button variant="default" onClick={onAnother}>
          {t("another")}
        </Button>
        {status.state === "done" && undone === null && status.created > 0 ? (
          <Button variant="default" loading={undo.isRunning} onClick={askToUndo}>
            {t("undo")}
          </Button>
        ) : null}
      </div>
    </>
  );
}
