import { useState } from "react";
import { useTranslation } from "react-i18next";
import { useQueryOf } from "../api/useQueryOf.ts";
import { InterveneDialog } from "./InterveneDialog.tsx";
import { TargetSelect } from "./TargetSelect.tsx";

interface ReassignDialogProps {
  readonly caseId: string;
  readonly task: string;
  readonly onClose: () => void;
}

/** Gives open work to somebody else, with a reason. */
export function ReassignDialog({ caseId, task, onClose }: ReassignDialogProps) {
  const { t } = useTranslation("inbox");
  const people = useQueryOf("people.list");
  const [to, setTo] = useState<string | null>(null);
  const data = (people.data ?? [])
    .filter((person) => person.active)
    .map((person) => ({ value: person.id, label: person.name }));
  return (
    <InterveneDialog
      caseId={caseId}
      act={{ do: "reassign", task, to: to ?? "" }}
      isReady={to !== null}
      onClose={onClose}
    >
      <TargetSelect label={t("whom")} data={data} value={to} onChange={setTo} />
    </InterveneDialog>
  );
}
