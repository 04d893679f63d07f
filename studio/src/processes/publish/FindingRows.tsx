import type { ProcessDefinition } from "@sluice/process";
import { IconAlertCircle, IconAlertTriangle } from "@tabler/icons-react";
import type { ReactNode } from "react";
import type { Finding } from "../../canvas/problems/finding.ts";
import { placeOf } from "../../canvas/problems/placeOf.ts";
import { textIn } from "../../canvas/sayings/sayings.ts";
import { useSayings } from "../../canvas/sayings/useSayings.ts";
import css from "../publish.module.css";

interface FindingRowsProps {
  readonly findings: readonly Finding[];
  readonly definition: ProcessDefinition;
  /** What can be done about one. */
  readonly actsOn?: (finding: Finding) => ReactNode;
}

/** What was found, errors first, each with the place it stands at. */
export function FindingRows({ findings, definition, actsOn }: FindingRowsProps) {
  const sayings = useSayings();
  const ordered = findings.toSorted(
    (one, other) => Number(one.severity === "warning") - Number(other.severity === "warning"),
  );
  return (
    <div className={css.findings} role="group" aria-label={sayings.say("problems.title")} tabIndex={0} data-findings>
      <ul>
        {ordered.map((finding, index) => {
          const Icon = finding.severity === "error" ? IconAlertCircle : IconAlertTriangle;
          return (
            <li key={index} data-severity={finding.severity}>
              <Icon
                size={16}
                stroke={1.7}
                aria-label={sayings.say(finding.severity === "error" ? "problems.error" : "problems.warning")}
              />
              <span>
                {textIn(sayings, finding.message)}
                {actsOn?.(finding)}
              </span>
              <small>{placeOf(sayings, definition, finding)}</small>
            </li>
          );
        })}
      </ul>
    </div>
  );
}
