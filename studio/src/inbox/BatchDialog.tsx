import { Button, Group, Modal, Textarea } from "@mantine/core";
import { useState } from "react";
import { useTranslation } from "react-i18next";
import type { InboxItem } from "../api/shapes.ts";
import css from "./InboxPage.module.css";

interface BatchDialogProps {
  readonly tasks: readonly InboxItem[];
  readonly onClose: () => void;
  readonly onConfirm: (comment: string) => void;
}

/** Names everything that is about to be approved before it is. */
export function BatchDialog({ tasks, onClose, onConfirm }: BatchDialogProps) {
  const { t } = useTranslation(["inbox", "form"]);
  const [comment, setComment] = useState("");
  return (
    <Modal opened onClose={onClose} title={t("batchApprove", { count: tasks.length })}>
      <ul className={css.batchList}>
        {tasks.map((task) => (
          <li key={task.id}>
            {task.name} · {task.record.number} {task.record.title}
          </li>
        ))}
      </ul>
      <Textarea
        label={t("comment")}
        placeholder={t("commentPlaceholder")}
        autosize
        minRows={2}
        data-autofocus
        value={comment}
        onChange={(event) => setComment(event.currentTarget.value)}
      />
      <Group justify="flex-end" mt="md" gap={8}>
        <Button variant="default" onClick={onClose}>
          {t("form:cancel")}
        </Button>
        <Button onClick={() => onConfirm(comment)}>{t("approve")}</Button>
      </Group>
    </Modal>
  );
}
