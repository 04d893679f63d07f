import { Box } from "@mantine/core";
import { useState } from "react";
import { useTranslation } from "react-i18next";
import type { CaseAnswer } from "../api/shapes.ts";
import { stagesOf, stepsOf } from "../canvas/model/elements.ts";
import { useLanguage } from "../i18n/useLanguage.ts";
import { Foreseen } from "./Foreseen.tsx";
import { InterveneDialog } from "./InterveneDialog.tsx";
import { TargetSelect } from "./TargetSelect.tsx";

interface JumpDialogProps extends Pick<CaseAnswer, "definition"> {
  readonly caseId: string;
  readonly onClose: () => void;
}

/** Sets a case down in another stage or at another step, and says before what would come of it. */
export function JumpDialog({ caseId, definition, onClose }: JumpDialogProps) {
  const { t } = useTranslation("cases");
  const { local } = useLanguage();
  const [to, setTo] = useState<string | null>(null);
  const data = stagesOf(definition).map(({ id, name }) => ({
    group: local(name) || id,
    items: [
      { value: id, label: t("jumpStage", { stage: local(name) || id }) },
      ...stepsOf(definition, id).map((step) => ({ value: step.id, label: local(step.name) || step.id })),
    ],
  }));
  return (
    <InterveneDialog caseId={caseId} act={{ do: "jump", to: to ?? "" }} isReady={to !== null} onClose={onClose}>
      <TargetSelect label={t("jumpTo")} data={data} value={to} onChange={setTo} />
      {to === null ? null : (
        <Box mb="sm">
          <Foreseen caseId={caseId} intended={{ jump: to }} />
        </Box>
      )}
    </InterveneDialog>
  );
}
