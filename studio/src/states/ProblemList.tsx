import { IconAlertTriangle, IconShieldLock } from "@tabler/icons-react";
import type { ReactNode } from "react";
import { useTranslation } from "react-i18next";
import type { ShownProblem } from "../api/shapes.ts";
import { useFormats } from "../text/useFormats.ts";
import css from "./states.module.css";

interface ProblemListProps {
  readonly problems: readonly ShownProblem[];
  /** `error` after an act, `warning` beforehand. */
  readonly tone?: "error" | "warning";
  /** What to offer beside a problem, such as starting the process that clears it. */
  readonly offer?: (problem: ShownProblem) => ReactNode;
}

/** What one process would clear is offered once, however many reasons it clears. */
const isFirstWithItsStart = (problems: readonly ShownProblem[], index: number): boolean =>
  problems.findIndex(({ start }) => start === problems[index]?.start) === index;

/** Every reason of a refusal: the sentence, who can clear it, when it is possible again, and what is offered. */
export function ProblemList({ problems, tone = "error", offer }: ProblemListProps) {
  const { t } = useTranslation("states");
  const { instant } = useFormats();
  if (problems.length === 0) return null;
  const Icon = tone === "error" ? IconAlertTriangle : IconShieldLock;
  return (
    <div className={css.problems} role={tone === "error" ? "alert" : "note"}>
      {problems.map((problem, index) => (
        <div key={`${problem.code}${index}`} className={css.problem} data-tone={tone} data-code={problem.code}>
          <Icon size={16} stroke={1.8} aria-hidden="true" />
          <div className={css.problemBody}>
            <div className={css.message}>{problem.message}</div>
            {problem.whoCanClear.length === 0 ? null : (
              <div className={css.who}>
                {t("whoCanClear")}
                {problem.whoCanClear.map((who) => (
                  <span key={who.label} className={css.chip}>
                    {who.label}
                  </span>
                ))}
              </div>
            )}
            {problem.nextPossibleAt === undefined ? null : (
              <div>{t("nextPossible", { when: instant(problem.nextPossibleAt) })}</div>
            )}
            {isFirstWithItsStart(problems, index) ? (offer?.(problem) ?? null) : null}
          </div>
        </div>
      ))}
    </div>
  );
}
