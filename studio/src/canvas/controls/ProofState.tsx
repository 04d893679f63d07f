import { useSayings } from "../sayings/useSayings.ts";
import type { Proof } from "./proof.ts";
import css from "./controls.module.css";

/** How the proof of the control points stands, in one quiet line that is read out when it changes. */
export function ProofState({ proof: { status, tookMs, verdicts } }: { readonly proof: Proof }) {
  const { say } = useSayings();
  const seconds = (Math.max(tookMs, 100) / 1_000).toFixed(1);
  const isCutShort = status === "done" && [...verdicts.values()].includes("notProved");
  return (
    <p className={css.about} role="status" data-proof={status}>
      {status === "none" ? null : say(`controls.proof.${isCutShort ? "cutShort" : status}`, { seconds })}
    </p>
  );
}
