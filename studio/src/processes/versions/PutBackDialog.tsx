import { Button, Group, Modal } from "@mantine/core";
import { notifications } from "@mantine/notifications";
import { useState } from "react";
import { useTranslation } from "react-i18next";
import { useCommand } from "../../api/useCommand.ts";
import { ReasonField } from "../../form/ReasonField.tsx";
import { ProblemList } from "../../states/ProblemList.tsx";

interface PutBackDialogProps {
  readonly processKey: string;
  readonly version: number;
  /** The version in force. */
  readonly from: number;
  readonly onClose: () => void;
}

/** Puts an earlier version in force again, with its reason. */
export function PutBackDialog({ processKey, version, from, onClose }: PutBackDialogProps) {
  const { t } = useTranslation("versions");
  const rollBack = useCommand("processes.rollBack");
  const [reason, setReason] = useState("");
  const confirm = async (): Promise<void> => {
    if ((await rollBack.run({ key: processKey, version, from, reason: reason.trim() })) === null) return;
    notifications.show({ message: t("putBack.done", { version }), color: "green" });
    onClose();
  };
  return (
    <Modal
      opened
      onClose={onClose}
      title={t("putBack.title", { version })}
      closeButtonProps={{ "aria-label": t("putBack.cancel") }}
    >
      <p>{t("putBack.what", { version })}</p>
      <ReasonField mt={12} label={t("putBack.reason")} data-autofocus value={reason} onChange={setReason} />
      <div style={{ marginTop: rollBack.problems.length > 0 ? 12 : 0 }}>
        <ProblemList problems={rollBack.problems} />
      </div>
      <Group justify="flex-end" mt={20} gap={8}>
        <Button variant="default" onClick={onClose}>
          {t("putBack.cancel")}
        </Button>
        <Button disabled={reason.trim() === ""} loading={rollBack.isRunning} onClick={() => void confirm()}>
          {t("putBack.confirm")}
        </Button>
      </Group>
    </Modal>
  );
}
