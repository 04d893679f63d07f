import type { ExpressionFault } from "@sluice/process";
import { IconAlertCircle, IconAlertTriangle } from "@tabler/icons-react";
import { lazy, Suspense, useId } from "react";
import type { Path } from "../../model/setAt.ts";
import { textIn } from "../../sayings/sayings.ts";
import { useSayings } from "../../sayings/useSayings.ts";
import { useCanvas } from "../../store/canvasContext.ts";
import { useExpressionScope } from "./useExpressionScope.ts";
import { useFaults } from "./useFaults.ts";
import css from "./expression.module.css";

const ExpressionEditor = lazy(async () => ({ default: (await import("./ExpressionEditor.tsx")).ExpressionEditor }));

interface ExpressionTextProps {
  readonly path: Path;
  readonly label: string;
  readonly hideLabel?: boolean;
  readonly isRequired?: boolean;
  /** Whether it has to answer true or false. */
  readonly isCondition: boolean;
  /** What the checker says of it, where nothing is wrong with its text. */
  readonly problem: string | null;
  readonly value: string;
  readonly onChange: (text: string) => void;
}

/** An expression as text: it offers what may be written, and marks what is wrong where it is wrong, with the words below. */
export function ExpressionText(props: ExpressionTextProps) {
  const { path, label, hideLabel = false, isRequired = false, isCondition, problem, value, onChange } = props;
  const readOnly = useCanvas((state) => state.readOnly);
  const scope = useExpressionScope(path, isCondition);
  const faults = useFaults(value, scope);
  const faultsId = useId();
  const shown = value === "" && !isRequired ? [] : faults;
  const isWrong = problem !== null || shown.some(({ severity }) => severity === "error");
  return (
    <div className={css.field} data-expression={path.join(".")}>
      {!hideLabel && (
        <div className={css.label}>
          {label}
          {isRequired && (
            <span aria-hidden className={css.asterisk}>
              {" *"}
            </span>
          )}
        </div>
      )}
      <Suspense
        fallback={
          <div className={css.waiting} aria-busy>
            {value}
          </div>
        }
      >
        <ExpressionEditor
          label={label}
          describedBy={faultsId}
          isWrong={isWrong}
          readOnly={readOnly}
          value={value}
          scope={scope}
          faults={shown}
          onChange={onChange}
        />
      </Suspense>
      <div id={faultsId} role="status">
        {shown.map((fault) => (
          <FaultLine
            key={`${fault.code} ${fault.from}`}
            fault={fault}
            onMend={
              readOnly || fault.replacement === undefined
                ? null
                : () => onChange(value.slice(0, fault.from) + (fault.replacement ?? "") + value.slice(fault.to))
            }
          />
        ))}
        {problem !== null && !shown.some(({ severity }) => severity === "error") && (
          <p className={css.fault} data-severity="error">
            <IconAlertCircle size={14} stroke={1.8} aria-hidden />
            {problem}
          </p>
        )}
      </div>
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
