import { Button } from "@mantine/core";
import type { Intervention } from "@sluice/process";
import { IconAlertTriangle } from "@tabler/icons-react";
import { useState } from "react";
import { useTranslation } from "react-i18next";
import type { CaseAnswer } from "../api/shapes.ts";
import { useFormats } from "../text/useFormats.ts";
import { InterveneDialog } from "./InterveneDialog.tsx";
import { RepeatButton } from "./RepeatButton.tsx";
import css from "./cases.module.css";

interface CaseIncidentsProps {
  readonly caseId: string;
  readonly incidents: CaseAnswer["incidents"];
}

type Incident = CaseAnswer["incidents"][number];

const mayHaveHappened = ({ code }: Incident): boolean => code === "EFFECT_OUTCOME_UNKNOWN";

/** Undoing is offered only where there is something to undo. */
const actsOf = (incident: Incident) => [
  ...(mayHaveHappened(incident) ? [] : (["retry"] as const)),
  "skip" as const,
  ...(incident.canCompensate ? (["compensate"] as const) : []),
];

/** Steps that a machine could not take, and what admins, and whoever their steps name, may do about each; then those that the process went past by itself. */
export function CaseIncidents({ caseId, incidents }: CaseIncidentsProps) {
  const { t } = useTranslation("cases");
  const { instant } = useFormats();
  const [act, setAct] = useState<Intervention | null>(null);
  return (
    <ul className={css.list}>
      {incidents
        .filter((incident) => incident.clearedAt === null)
        .map((incident) => (
          <li key={incident.key} className={css.incident}>
            <IconAlertTriangle size={16} aria-hidden="true" />
            <div className={css.grow}>
              {incident.message.includes(incident.nodeName)
                ? incident.message
                : `${incident.nodeName}: ${incident.message}`}
              <div className={css.quiet}>{instant(incident.raisedAt)}</div>
            </div>
            <div className={css.incidentActs}>
              {incident.canSettle && mayHaveHappened(incident) ? (
                <RepeatButton caseId={caseId} incident={incident.key} />
              ) : null}
              {incident.canSettle
                ? actsOf(incident).map((name) => (
                    <Button key={name} variant="default" onClick={() => setAct({ do: name, incident: incident.key })}>
                      {t(name)}
                    </Button>
                  ))
                : null}
            </div>
            {incident.canSettle ? null : <div className={css.quiet}>{t("incidentForAdmins")}</div>}
          </li>
        ))}
      {incidents
        .filter((incident) => incident.overcome)
        .map((incident) => (
          <li key={incident.key} className={css.quiet}>
            {t("overcome", { step: incident.nodeName, what: incident.message, when: instant(incident.raisedAt) })}
          </li>
        ))}
      {act === null ? null : <InterveneDialog caseId={caseId} act={act} onClose={() => setAct(null)} />}
    </ul>
  );
}
