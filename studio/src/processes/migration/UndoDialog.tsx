import { Button, Group, Modal } from "@mantine/core";
import { useState } from "react";
import { useTranslation } from "react-i18next";
import { useCommand } from "../../api/useCommand.ts";
import { ReasonField } from "../../form/ReasonField.tsx";
import { ProblemList } from "../../states/ProblemList.tsx";
import css from "./migration.module.css";

interface UndoDialogProps {
  readonly id: string;
  readonly from: number;
  readonly to: number;
  readonly onClose: () => void;
}

/** Asks why cases are taken back, and says beforehand which go back, to where, and what cannot be undone. */
export function UndoDialog({ id, from, to, onClose }: UndoDialogProps) {
  const { t } = useTranslation("migration");
  const [reason, setReason] = useState("");
  const undo = useCommand("migrations.undo");
  const run = async (): Promise<void> => {
    if ((await undo.run({ id, reason: reason.trim() })) !== null) onClose();
  };
  return (
    <Modal opened onClose={onClose} title={t("undo.title")} closeButtonProps={{ "aria-label": t("undo.keep") }}>
      <form
        className={css.about}
        onSubmit={(event) => {
          event.preventDefault();
          void run();
        }}
      >
        <p>{t("undo.back", { from })}</p>
        <p>{t("undo.stay", { to })}</p>
        <p>{t("undo.sent")}</p>
        <ReasonField
          label={t("start.reason")}
          description={t("start.reasonHelp")}
          data-autofocus
          value={reason}
          onChange={setReason}
        />
        <ProblemList problems={undo.problems} />
        <Group justify="flex-end" mt={20} gap={8}>
          <Button variant="default" onClick={onClose}>
            {t("undo.keep")}
          </Button>
          <Button type="submit" loading={undo.isRunning} disabled={reason.trim() === ""}>
            {t("undo.confirm")}
          </Button>
        </Group>
      </form>
    </Modal>
  );
}
