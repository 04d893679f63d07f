import { expressionFaults, LONGEST_EXPRESSION, suggestionsFor } from "@sluice/process";
import { useCallback, useId } from "react";
import type { Path } from "../../model/setAt.ts";
import { useCanvas } from "../../store/canvasContext.ts";
import { ExpressionBox } from "./ExpressionBox.tsx";
import { Faults } from "./Faults.tsx";
import { useExpressionScope } from "./useExpressionScope.ts";
import { useFaults } from "./useFaults.ts";
import css from "./expression.module.css";

const isShortEnough = (text: string): boolean => text.length <= LONGEST_EXPRESSION;

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
  const faults = useFaults(
    value,
    useCallback((text: string) => expressionFaults(text, scope), [scope]),
  );
  const suggest = useCallback((text: string, cursor: number) => suggestionsFor(text, cursor, scope), [scope]);
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
      <ExpressionBox
        label={label}
        describedBy={faultsId}
        isWrong={isWrong}
        readOnly={readOnly}
        value={value}
        written="expression"
        suggest={suggest}
        isAllowed={isShortEnough}
        faults={shown}
        onChange={onChange}
      />
      <Faults
        id={faultsId}
        faults={shown}
        problem={problem}
        onMend={
          readOnly
            ? null
            : ({ from, to, replacement = "" }) => onChange(value.slice(0, from) + replacement + value.slice(to))
        }
      />
    </div>
  );
}
