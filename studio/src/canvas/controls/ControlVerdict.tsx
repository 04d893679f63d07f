import { Loader } from "@mantine/core";
import { IconAlertCircle, IconCircleCheck, IconHelpCircle } from "@tabler/icons-react";
import { useSayings } from "../sayings/useSayings.ts";
import type { ControlVerdict as Verdict } from "./proof.ts";
import css from "./controls.module.css";

const icons = { proved: IconCircleCheck, fails: IconAlertCircle, notProved: IconHelpCircle } as const;

/** What is known of a control point, as a mark and a word; while it is not known yet, that it is being proved. */
export function ControlVerdict({
  verdict,
  isProving,
}: {
  readonly verdict: Verdict | undefined;
  readonly isProving: boolean;
}) {
  const { say } = useSayings();
  if (verdict === undefined)
    return isProving ? (
      <span className={css.verdict} data-verdict="proving">
        <Loader size={12} color="gray" aria-hidden /> {say("controls.proof.proving")}
      </span>
    ) : null;
  const Icon = icons[verdict];
  return (
    <span className={css.verdict} data-verdict={verdict}>
      <Icon size={14} stroke={1.8} aria-hidden /> {say(`controls.verdict.${verdict}`)}
    </span>
  );
}
