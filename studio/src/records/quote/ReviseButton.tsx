import { Button, Modal, type ButtonProps } from "@mantine/core";
import { modals } from "@mantine/modals";
import { notifications } from "@mantine/notifications";
import { IconCopyPlus } from "@tabler/icons-react";
import { useNavigate } from "@tanstack/react-router";
import { useTranslation } from "react-i18next";
import { useCommand } from "../../api/useCommand.ts";
import { useMay } from "../../signIn/useMay.ts";
import { ProblemList } from "../../states/ProblemList.tsx";

interface ReviseButtonProps {
  readonly quoteId: string;
  readonly look?: ButtonProps;
}

/** Makes a new revision of a quote, and opens it; nothing for those who may not make quotes. */
export function ReviseButton({ quoteId, look = { variant: "default" } }: ReviseButtonProps) {
  const { t } = useTranslation(["records", "form"]);
  const may = useMay();
  const navigate = useNavigate();
  const revise = useCommand("quotes.revise");
  if (!may("create", "quote")) return null;

  const ask = (): void => {
    modals.openConfirmModal({
      title: t("revise"),
      children: t("reviseText"),
      labels: { confirm: t("revise"), cancel: t("form:cancel") },
      onConfirm: () => void makeRevision(),
    });
  };
  const makeRevision = async (): Promise<void> => {
    const made = await revise.run({ id: quoteId });
    if (made === null || made.recordId === null) return;
    notifications.show({ message: t("revised") });
    await navigate({ to: "/$collection/$id", params: { collection: "quotes", id: made.recordId } });
  };

  return (
    <>
      <Button {...look} leftSection={<IconCopyPlus size={15} />} loading={revise.isRunning} onClick={ask}>
        {t("revise")}
      </Button>
      <Modal opened={revise.problems.length > 0} onClose={revise.clear} title={t("revise")}>
        <ProblemList problems={revise.problems} tone="warning" />
      </Modal>
    </>
  );
}
