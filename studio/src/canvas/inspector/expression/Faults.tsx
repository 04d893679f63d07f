import type { ExpressionFault } from "@sluice/process";
import { IconAlertCircle, IconAlertTriangle } from "@tabler/icons-react";
import { textIn } from "../../sayings/sayings.ts";
import { useSayings } from "../../sayings/useSayings.ts";
import css from "./expression.module.css";

interface FaultsProps {
  readonly id: string;
  readonly faults: readonly ExpressionFault[];
  /** What the checker says where no error is found in the text itself. */
  readonly problem: string | null;
  readonly onMend: ((fault: ExpressionFault) => void) | null;
}

/** Below a text: what is wrong with it in words, and what puts it right where something does. */
export function Faults({ id, faults, problem, onMend }: FaultsProps) {
  return (
    <div id={id} role="status">
      {faults.map((fault) => (
        <FaultLine
          key={`${fault.code} ${fault.from}`}
          fault={fault}
          onMend={onMend && fault.replacement !== undefined ? () => onMend(fault) : null}
        />
      ))}
      {problem !== null && !faults.some(({ severity }) => severity === "error") && (
        <p className={css.fault} data-severity="error">
          <IconAlertCircle size={14} stroke={1.8} aria-hidden />
          {problem}
        </p>
      )}
    </div>
  );
}

interface FaultLineProps {
  readonly fault: ExpressionFault;
  readonly onMend: (() => void) | null;
}

function FaultLine({ fault, onMend }: FaultLineProps) {
  const sayings = useSayings();
  const { severity, message, fix } = fault;
  const Icon = severity === "error" ? IconAlertCircle : IconAlertTriangle;
  return (
    <p className={css.fault} data-severity={severity}>
      <Icon size={14} stroke={1.8} aria-hidden />
      <span>
        {textIn(sayings, message)}{" "}
        {onMend ? (
          <button type="button" className={css.mend} onClick={onMend}>
            {sayings.say("expression.mend", { text: fault.replacement ?? "" })}
          </button>
        ) : (
          fix && textIn(sayings, fix)
        )}
      </span>
    </p>
  );
}
