import { useStore } from "zustand";
import { ControlVerdict } from "../canvas/controls/ControlVerdict.tsx";
import { controlWords } from "../canvas/controls/controlWords.ts";
import { ProofState } from "../canvas/controls/ProofState.tsx";
import { showHow } from "../canvas/controls/showHow.ts";
import { exampleOf } from "../canvas/problems/finding.ts";
import { useSayings } from "../canvas/sayings/useSayings.ts";
import type { CanvasStore } from "../canvas/store/canvasStore.ts";
import css from "./publish.module.css";

/** What publishing promises: each control point, whether it is proved, and how it fails where it does. */
export function PublishControls({ store, onLeave }: { readonly store: CanvasStore; readonly onLeave: () => void }) {
  const sayings = useSayings();
  const definition = useStore(store, (state) => state.definition);
  const proof = useStore(store, (state) => state.proof);
  const controls = definition.controls ?? [];
  if (controls.length === 0) return null;
  return (
    <section className={css.controls} aria-labelledby="publish-controls">
      <h3 id="publish-controls">{sayings.say("controls.title")}</h3>
      <ul>
        {controls.map((control) => {
          const finding = proof.findings.get(control.id);
          return (
            <li key={control.id} data-control={control.id}>
              <span>{controlWords(sayings, definition, control)}</span>
              <ControlVerdict verdict={proof.verdicts.get(control.id)} isProving={proof.status === "proving"} />
              {finding && exampleOf(finding).length > 0 && (
                <button
                  type="button"
                  onClick={() => {
                    onLeave();
                    showHow(store, control.id, finding);
                  }}
                >
                  {sayings.say("controls.showHow")}
                </button>
              )}
            </li>
          );
        })}
      </ul>
      <ProofState proof={proof} />
    </section>
  );
}
