import { IconCheck, IconClock, IconShieldLock } from "@tabler/icons-react";
import { useTranslation } from "react-i18next";
import type { ShownMove } from "../../api/shapes.ts";
import { ProblemList } from "../../states/ProblemList.tsx";
import { StartOffer } from "./StartOffer.tsx";
import css from "./moves.module.css";

interface NextStepsProps {
  readonly moves: readonly ShownMove[];
  readonly recordType: string;
  readonly recordId: string;
}

/** What is missing before each move, who can clear it, and the offer to start that: said before the act, not after it. */
export function NextSteps({ moves, recordType, recordId }: NextStepsProps) {
  const { t } = useTranslation("records");
  if (moves.length === 0) return <p>{t("nextStepsEmpty")}</p>;
  return (
    <ul className={css.steps}>
      {moves.map((move) => (
        <li key={move.id} className={css.step} data-move={move.id}>
          <div className={css.stepHead}>
            <span className={css.stepName}>{move.name}</span>
            {move.by !== "person" ? (
              <span className={css.chip}>
                <IconClock size={13} aria-hidden="true" />
                {t("happensByItself")}
              </span>
            ) : move.open ? (
              <span className={css.chip} data-tone="ok">
                <IconCheck size={13} aria-hidden="true" />
                {t("ready")}
              </span>
            ) : (
              <span className={css.chip} data-tone="warn">
                <IconShieldLock size={13} aria-hidden="true" />
                {t("notYet")}
              </span>
            )}
          </div>
          {move.open ? null : (
            <ProblemList
              problems={move.problems}
              tone="warning"
              offer={(problem) => <StartOffer problem={problem} recordType={recordType} recordId={recordId} />}
            />
          )}
        </li>
      ))}
    </ul>
  );
}
