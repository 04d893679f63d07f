import { IconAlertCircle, IconAlertTriangle } from "@tabler/icons-react";
import { useStore } from "zustand";
import { isOfProof } from "../canvas/controls/proof.ts";
import { FindingActs } from "../canvas/problems/FindingActs.tsx";
import { placeOf } from "../canvas/problems/placeOf.ts";
import { textIn } from "../canvas/sayings/sayings.ts";
import { useSayings } from "../canvas/sayings/useSayings.ts";
import { CanvasProvider } from "../canvas/store/canvasContext.ts";
import type { CanvasStore } from "../canvas/store/canvasStore.ts";
import { isOfStories } from "../testRun/isOfStories.ts";
import css from "./publish.module.css";

/** What the checker found, errors first, each with the place it stands at. What a proof came to stands with the control points, what stories say with them. */
export function PublishFindings({ store }: { readonly store: CanvasStore }) {
  const sayings = useSayings();
  const definition = useStore(store, (state) => state.definition);
  const all = useStore(store, ({ problems }) => problems.findings);
  const findings = all.filter((finding) => !isOfProof(finding) && !isOfStories(finding));
  if (findings.length === 0) return null;
  const ordered = [...findings].sort(
    (one, other) => Number(one.severity === "warning") - Number(other.severity === "warning"),
  );
  return (
    <CanvasProvider value={store}>
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
                  <FindingActs finding={finding} hidesWatch />
                </span>
                <small>{placeOf(sayings, definition, finding)}</small>
              </li>
            );
          })}
        </ul>
      </div>
    </CanvasProvider>
  );
}
