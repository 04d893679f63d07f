import { Button, Modal } from "@mantine/core";
import { modals } from "@mantine/modals";
import { notifications } from "@mantine/notifications";
import { IconCopyPlus, IconFileTypePdf } from "@tabler/icons-react";
import { useNavigate } from "@tanstack/react-router";
import { useState } from "react";
import { useTranslation } from "react-i18next";
import type { RecordView, ShownProblem } from "../../api/shapes.ts";
import { useCommand } from "../../api/useCommand.ts";
import { ProblemList } from "../../states/ProblemList.tsx";
import { StartOffer } from "../moves/StartOffer.tsx";
import { openQuotePdf } from "./openQuotePdf.ts";

/** What one does with a whole quote: print it (when its cost is signed off) and make a new revision. */
export function QuoteActions({ quote, canRevise }: { readonly quote: RecordView; readonly canRevise: boolean }) {
  const { t } = useTranslation(["records", "form"]);
  const navigate = useNavigate();
  const revise = useCommand("quotes.revise");
  const [refusal, setRefusal] = useState<readonly ShownProblem[]>([]);
  const [isPrinting, setPrinting] = useState(false);

  const print = async (): Promise<void> => {
    setPrinting(true);
    setRefusal(await openQuotePdf(quote.id));
    setPrinting(false);
  };
  const askToRevise = (): void => {
    modals.openConfirmModal({
      title: t("revise"),
      children: t("reviseText"),
      labels: { confirm: t("revise"), cancel: t("form:cancel") },
      onConfirm: () => void makeRevision(),
    });
  };
  const makeRevision = async (): Promise<void> => {
    const made = await revise.run({ id: quote.id });
    if (made === null || made.recordId === null) return;
    notifications.show({ message: t("revised") });
    await navigate({ to: "/$collection/$id", params: { collection: "quotes", id: made.recordId } });
  };

  return (
    <>
      <Button
        variant="default"
        leftSection={<IconFileTypePdf size={15} />}
        loading={isPrinting}
        onClick={() => void print()}
      >
        {t("pdf")}
      </Button>
      {canRevise ? (
        <Button
          variant="default"
          leftSection={<IconCopyPlus size={15} />}
          loading={revise.isRunning}
          onClick={askToRevise}
        >
          {t("revise")}
        </Button>
      ) : null}
      <Modal
        opened={refusal.length > 0 || revise.problems.length > 0}
        onClose={() => (setRefusal([]), revise.clear())}
        title={refusal.length > 0 ? t("pdfRefused") : t("revise")}
      >
        <ProblemList
          problems={refusal.length > 0 ? refusal : revise.problems}
          tone="warning"
          offer={(problem) => <StartOffer problem={problem} recordType="quote" recordId={quote.id} />}
        />
      </Modal>
    </>
  );
}
