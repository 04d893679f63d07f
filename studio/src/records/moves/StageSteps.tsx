import type { ProcessDefinition } from "@sluice/process";
import { IconCheck } from "@tabler/icons-react";
import { useTranslation } from "react-i18next";
import { useLanguage } from "../../i18n/useLanguage.ts";
import css from "./StageSteps.module.css";

interface StageStepsProps {
  readonly definition: ProcessDefinition;
  readonly stageKey: string | null;
  readonly visited: readonly string[];
}

/** The stages of a process in their order, and where this record stands. Other endings than the one reached stay out. */
export function StageSteps({ definition, stageKey, visited }: StageStepsProps) {
  const { t } = useTranslation("records");
  const { local } = useLanguage();
  const stages = definition.nodes
    .filter((node) => node.kind === "stage")
    .toSorted((one, other) => one.order - other.order);
  const current = stages.findIndex((stage) => stage.key === stageKey);
  const isEnded = stages[current]?.final !== undefined;
  const shown = stages.filter(
    (stage, index) =>
      index === current ||
      (stage.final !== "lost" && stage.final !== "void" && !(isEnded && stage.final !== undefined)),
  );
  return (
    <ol className={css.steps} aria-label={t("stage")}>
      {shown.map((stage) => {
        const isCurrent = stage.key === stageKey;
        const isPast = !isCurrent && (visited.includes(stage.id) || stages.indexOf(stage) < current);
        return (
          <li
            key={stage.id}
            className={css.step}
            data-state={isCurrent ? (stage.final ?? "current") : isPast ? "past" : "ahead"}
            aria-current={isCurrent ? "step" : undefined}
          >
            <span className={css.mark} aria-hidden="true">
              {isPast || (isCurrent && isEnded) ? <IconCheck size={12} stroke={2.4} /> : null}
            </span>
            <span>{local(stage.name)}</span>
          </li>
        );
      })}
    </ol>
  );
}
