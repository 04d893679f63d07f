import { IconAlertCircle, IconAlertTriangle } from "@tabler/icons-react";
import { findingWords } from "../controls/findingWords.ts";
import { fixesOf } from "../fixes/fixesOf.ts";
import { fixWords } from "../fixes/fixWords.ts";
import type { Finding } from "../problems/finding.ts";
import { FindingActs } from "../problems/FindingActs.tsx";
import { textIn } from "../sayings/sayings.ts";
import { useSayings } from "../sayings/useSayings.ts";
import { useCanvas } from "../store/canvasContext.ts";
import css from "./inspector.module.css";

/** One thing that is wrong with what is looked at, and what can be done about it: in words where the buttons do not say it. */
export function Callout({ finding }: { readonly finding: Finding }) {
  const sayings = useSayings();
  const definition = useCanvas((state) => state.definition);
  const readOnly = useCanvas((state) => state.readOnly);
  const Icon = finding.severity === "error" ? IconAlertCircle : IconAlertTriangle;
  const advice = textIn(sayings, finding.fix);
  const labels = readOnly ? [] : fixesOf(definition, finding).map((fix) => fixWords(sayings, definition, fix).label);
  const isSaid = labels.some((label) => label === advice || label === advice.replace(/[.。]$/u, ""));
  return (
    <div className={css.callout} data-severity={finding.severity} role="note">
      <Icon size={15} stroke={1.7} aria-hidden />
      <span>
        {findingWords(sayings, definition, finding)}
        {advice !== "" && !isSaid && <span className={css.fix}>{advice}</span>}
        <FindingActs finding={finding} />
      </span>
    </div>
  );
}
