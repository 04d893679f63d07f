import { Button, Modal } from "@mantine/core";
import { IconFileTypePdf } from "@tabler/icons-react";
import { useState } from "react";
import { useTranslation } from "react-i18next";
import type { RecordView, ShownProblem } from "../../api/shapes.ts";
import { ProblemList } from "../../states/ProblemList.tsx";
import { StartOffer } from "../moves/StartOffer.tsx";
import { openQuotePdf } from "./openQuotePdf.ts";
import { ReviseButton } from "./ReviseButton.tsx";

/** What one does with a whole quote: print it (when its cost is signed off) and make a new revision. */
export function QuoteActions({ quote }: { readonly quote: RecordView }) {
  const { t } = useTranslation("records");
  const [refusal, setRefusal] = useState<readonly ShownProblem[]>([]);
  const [isPrinting, setPrinting] = useState(false);

  const print = async (): Promise<void> => {
    setPrinting(true);
    setRefusal(await openQuotePdf(quote.id));
    setPrinting(false);
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
      <ReviseButton quoteId={quote.id} />
      <Modal opened={refusal.length > 0} onClose={() => setRefusal([])} title={t("pdfRefused")}>
        <ProblemList
          problems={refusal}
          tone="warning"
          offer={(problem) => <StartOffer problem={problem} recordType="quote" recordId={quote.id} />}
        />
      </Modal>
    </>
  );
}
