import { Modal, Skeleton } from "@mantine/core";
import type { ProcessDefinition } from "@sluice/process";
import { useState } from "react";
import { useTranslation } from "react-i18next";
import { useQueryOf } from "../../api/useQueryOf.ts";
import { useLanguage } from "../../i18n/useLanguage.ts";
import { FailureState } from "../../states/FailureState.tsx";
import { NewProcessForm } from "./NewProcessForm.tsx";
import { BLANK, TemplateChoice } from "./TemplateChoice.tsx";

interface NewProcessDialogProps {
  /** What it begins with: a copy of this one, else a template or a blank canvas, to be chosen here. */
  readonly from: ProcessDefinition | null;
  readonly takenKeys: readonly string[];
  readonly onClose: () => void;
}

/** Begins a new process: from a template, blank, or as the copy that was asked for. */
export function NewProcessDialog({ from, takenKeys, onClose }: NewProcessDialogProps) {
  const { t } = useTranslation("processes");
  const { local } = useLanguage();
  const [chosen, choose] = useState(BLANK);
  const template = useQueryOf("processes.template", { key: chosen }, { enabled: chosen !== BLANK });
  const base = from ?? (chosen === BLANK ? null : (template.data ?? null));
  const isReady = from !== null || chosen === BLANK || base !== null;
  return (
    <Modal
      opened
      onClose={onClose}
      title={from === null ? t("create.title") : t("create.copyTitle", { name: local(from.name) })}
      size={from === null ? 700 : 460}
      closeButtonProps={{ "aria-label": t("create.cancel") }}
    >
      {from === null && <TemplateChoice chosen={chosen} onChoose={choose} />}
      {template.error && !base ? (
        <FailureState error={template.error} onRetry={() => void template.refetch()} />
      ) : isReady ? (
        <NewProcessForm key={base?.key ?? BLANK} from={base} takenKeys={takenKeys} onClose={onClose} />
      ) : (
        <Skeleton height={220} />
      )}
    </Modal>
  );
}
