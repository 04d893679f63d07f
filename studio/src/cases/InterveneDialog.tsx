import { Textarea } from "@mantine/core";
import { notifications } from "@mantine/notifications";
import type { Intervention } from "@sluice/process";
import { type ReactNode, useState } from "react";
import { useTranslation } from "react-i18next";
import { useCommand } from "../api/useCommand.ts";
import { CommandDialog } from "./CommandDialog.tsx";

interface InterveneDialogProps {
  readonly caseId: string;
  readonly act: Intervention;
  readonly onClose: () => void;
  /** What else is asked, and whether it is answered. */
  readonly children?: ReactNode;
  readonly isReady?: boolean;
}

/** An act on a case by an admin, or by whoever its step names, never without a reason. */
export function InterveneDialog({ caseId, act, onClose, children, isReady = true }: InterveneDialogProps) {
  const { t } = useTranslation("cases");
  const command = useCommand("cases.intervene");
  const [reason, setReason] = useState("");
  const label = t(act.do);
  const run = async (): Promise<void> => {
    const done = await command.run({ caseId, act, reason: reason.trim() });
    if (done === null) return;
    notifications.show({ message: t("intervened", { act: label }) });
    onClose();
  };
  return (
    <CommandDialog
      label={label}
      about={t(`about.${act.do}`)}
      command={command}
      run={run}
      onClose={onClose}
      isReady={reason.trim() !== "" && isReady}
      isDangerous={act.do === "cancel"}
    >
      {children}
      <Textarea
        label={t("reason")}
        description={t("reasonHint")}
        required
        autosize
        minRows={3}
        data-autofocus
        value={reason}
        onChange={(event) => setReason(event.currentTarget.value)}
        mb="sm"
      />
    </CommandDialog>
  );
}
