import { Button } from "@mantine/core";
import { notifications } from "@mantine/notifications";
import { useState } from "react";
import { useTranslation } from "react-i18next";
import type { InboxItem } from "../api/shapes.ts";
import { sharedActs, type BatchAct } from "./batchActs.ts";
import { BatchDialog } from "./BatchDialog.tsx";
import type { Batch } from "./useBatch.ts";
import css from "./InboxPage.module.css";

interface BatchBarProps {
  readonly chosen: readonly InboxItem[];
  readonly batch: Batch;
  /** Leaves only these chosen. */
  readonly onChoose: (ids: readonly string[]) => void;
}

/** What can be done with all that are chosen. Approving asks once more, with room for a comment to all. */
export function BatchBar({ chosen, batch, onChoose }: BatchBarProps) {
  const { t } = useTranslation(["inbox", "form"]);
  const [asking, setAsking] = useState<BatchAct | null>(null);
  const acts = sharedActs(chosen);
  const run = async (act: BatchAct, comment: string): Promise<void> => {
    setAsking(null);
    const accepted = await batch.run(
      act,
      chosen.map((task) => task.id),
      comment,
    );
    if (accepted > 0) notifications.show({ message: t("batchDone", { act: t(act), count: accepted }) });
    if (accepted === chosen.length) onChoose([]);
  };
  return (
    <div className={css.batch} role="status">
      <span className={css.batchCount}>
        {batch.done === null
          ? t("chosen", { count: chosen.length })
          : t("batchRunning", { done: batch.done, total: chosen.length })}
      </span>
      {acts.map((act) => (
        <Button
          key={act}
          loading={batch.done !== null}
          onClick={() => (act === "approve" ? setAsking(act) : void run(act, ""))}
        >
          {t(act)}
        </Button>
      ))}
      {acts.length === 0 ? <span className={css.batchNone}>{t("batchNone")}</span> : null}
      <Button
        variant="subtle"
        color="gray"
        disabled={batch.done !== null}
        onClick={() => (batch.clear(), onChoose([]))}
      >
        {t("form:cancel")}
      </Button>
      {asking === null ? null : (
        <BatchDialog
          tasks={chosen}
          onClose={() => setAsking(null)}
          onConfirm={(comment) => void run(asking, comment)}
        />
      )}
    </div>
  );
}
