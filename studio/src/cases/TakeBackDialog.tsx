import { Textarea } from "@mantine/core";
import { notifications } from "@mantine/notifications";
import { useState } from "react";
import { useTranslation } from "react-i18next";
import type { CaseAnswer } from "../api/shapes.ts";
import { useCommand } from "../api/useCommand.ts";
import { CommandDialog } from "./CommandDialog.tsx";

type Task = CaseAnswer["tasks"][number];

interface TakeBackDialogProps {
  readonly task: Task;
  readonly act: Task["takeBack"][number];
  readonly onClose: () => void;
}

/** Takes back a request, a verdict or a signer, once it was said what comes of it. */
export function TakeBackDialog({ task, act, onClose }: TakeBackDialogProps) {
  const { t } = useTranslation(["cases", "inbox"]);
  const command = useCommand("tasks.act");
  const [comment, setComment] = useState("");
  const label = t(`inbox:${act}`);
  const [signer] = task.people;
  const run = async (): Promise<void> => {
    const done = await command.run({
      taskId: task.id,
      act: act === "removeSigner" ? { do: act, personId: signer?.id ?? "" } : { do: act },
      ...(comment.trim() === "" ? {} : { comment: comment.trim() }),
    });
    if (done === null) return;
    notifications.show({ message: t("inbox:acted", { act: label, task: task.name }) });
    onClose();
  };
  return (
    <CommandDialog
      label={label}
      about={t(`takeBack.${act}`, { name: signer?.name ?? "" })}
      command={command}
      run={run}
      onClose={onClose}
    >
      <Textarea
        label={t("inbox:comment")}
        autosize
        minRows={2}
        maxLength={4_000}
        data-autofocus
        value={comment}
        onChange={(event) => setComment(event.currentTarget.value)}
        mb="sm"
      />
    </CommandDialog>
  );
}
