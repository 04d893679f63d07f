import { Button } from "@mantine/core";
import { IconPlus } from "@tabler/icons-react";
import { Fragment, useState } from "react";
import type { Path } from "../../model/setAt.ts";
import { conditionOf, type ConditionRow, rowsOf } from "../../sayings/conditionRows.ts";
import { conditionSentence } from "../../sayings/conditionSentence.ts";
import { useSayings } from "../../sayings/useSayings.ts";
import { ExpressionText } from "../expression/ExpressionText.tsx";
import { ConditionTrial, RowTrial } from "../trial/ConditionTrial.tsx";
import { useTrial } from "../trial/useTrial.ts";
import { ConditionLine } from "./ConditionLine.tsx";
import css from "../inspector.module.css";

interface ConditionEditorProps {
  /** Where it stands among the settings. */
  readonly path: Path;
  readonly label: string;
  readonly hideLabel?: boolean;
  readonly isRequired: boolean;
  readonly problem: string | null;
  readonly when: string;
  /** Whether rows make sense: a condition has them, a key or a list expression has not. */
  readonly withRows: boolean;
  readonly onChange: (when: string) => void;
}

/** A condition as rows (field, comparison, value) with its sentence below, and as CEL text beside them; tried on a real record where one is chosen. */
export function ConditionEditor({
  path,
  label,
  hideLabel = false,
  isRequired,
  problem,
  when,
  withRows,
  onChange,
}: ConditionEditorProps) {
  const sayings = useSayings();
  const { say, catalogue } = sayings;
  const rows = withRows ? rowsOf(when) : null;
  const { trial, isFailed } = useTrial(when);
  const [wantsText, setWantsText] = useState(false);
  const isText = rows === null || wantsText;
  const firstField = Object.keys(catalogue.schema?.fields ?? {})[0] ?? "id";
  const write = (next: readonly ConditionRow[]) => onChange(conditionOf(next));
  return (
    <div>
      {!hideLabel && !isText && <div className={css.label}>{label}</div>}
      {isText ? (
        <ExpressionText
          path={path}
          label={label}
          hideLabel={hideLabel}
          isRequired={isRequired}
          isCondition={withRows}
          problem={problem}
          value={when}
          onChange={onChange}
        />
      ) : (
        <>
          {rows.map((row, index) => (
            <Fragment key={index}>
              <ConditionLine
                row={row}
                number={index + 1}
                onChange={(next) => write(rows.map((each, at) => (at === index ? next : each)))}
                onRemove={() => write(rows.filter((_row, at) => at !== index))}
              />
              {trial && <RowTrial trial={trial} text={conditionOf([row])} />}
            </Fragment>
          ))}
          <Button
            variant="default"
            size="compact-xs"
            leftSection={<IconPlus size={13} />}
            onClick={() =>
              write([...rows, { path: `record.${firstField}`, comparison: "==", value: "", type: "text" }])
            }
          >
            {say("condition.add")}
          </Button>
          {problem && <p className={css.problem}>{problem}</p>}
        </>
      )}
      {rows !== null && (
        <p className={css.sentence}>
          {conditionSentence(sayings, { when })}{" "}
          <button type="button" className={css.link} onClick={() => setWantsText(!wantsText)}>
            {say(isText ? "condition.asRows" : "condition.asText")}
          </button>
        </p>
      )}
      {withRows && <ConditionTrial trial={trial} isFailed={isFailed} />}
    </div>
  );
}
