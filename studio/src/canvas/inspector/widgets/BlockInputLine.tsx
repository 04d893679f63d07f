import { ActionIcon, SegmentedControl } from "@mantine/core";
import { IconTrash } from "@tabler/icons-react";
import { useState } from "react";
import type { Path } from "../../model/setAt.ts";
import type { BlockInputChoice } from "../../sayings/catalogue.ts";
import { textIn } from "../../sayings/sayings.ts";
import { useSayings } from "../../sayings/useSayings.ts";
import { ExpressionText } from "../expression/ExpressionText.tsx";
import { TemplateField } from "../template/TemplateField.tsx";
import { inputOfTemplate, type Template, templateIn } from "../template/templateInput.ts";
import { type BlockInput, inputOf, inputText, modeOf } from "./blockInput.ts";
import { BlockValue, picksFrom } from "./BlockValue.tsx";
import css from "../inspector.module.css";

interface BlockInputLineProps {
  /** Where the input stands among the settings. */
  readonly path: Path;
  readonly choice: BlockInputChoice;
  /** Whether it becomes data: values go in as they are kept, with no choice of how they are said. */
  readonly isKept: boolean;
  readonly input: BlockInput | undefined;
  /** Left out for an input that the block itself names. */
  readonly onRemove?: () => void;
  readonly onChange: (input: BlockInput | undefined) => void;
}

/** What was typed, and the input that it means: shown as it was typed for as long as that input stands. */
interface TypedTemplate {
  readonly template: Template;
  readonly input: BlockInput | undefined;
}

const isSame = (one: BlockInput | undefined, other: BlockInput | undefined): boolean =>
  JSON.stringify(one) === JSON.stringify(other);

/** One input of a block: a fixed value, or an expression over the record, the variables and the case. */
export function BlockInputLine({ path, choice, isKept, input, onRemove, onChange }: BlockInputLineProps) {
  const sayings = useSayings();
  const { say } = sayings;
  const [wanted, setWanted] = useState<"value" | "expression" | null>(null);
  const [typed, setTyped] = useState<TypedTemplate | null>(null);
  const template = typed && isSame(typed.input, input) ? typed.template : templateIn(input, choice);
  const natural = template === null ? modeOf(input, choice.type) : "value";
  const isFree = inputText(input) === "" || (template !== null && input !== undefined && "expression" in input);
  const mode = isFree ? (wanted ?? natural) : natural;
  const isPicked = picksFrom(choice);
  const label = textIn(sayings, choice.label);
  return (
    <div className={css.field} data-input={choice.key}>
      <div className={css.line} style={{ alignItems: "center", marginBottom: 4 }}>
        <span className={css.label} style={{ margin: 0 }}>
          {label}
          {choice.required && (
            <span aria-hidden style={{ color: "var(--err)" }}>
              {" *"}
            </span>
          )}
        </span>
        <SegmentedControl
          className={css.fixed ?? ""}
          aria-label={say("inputs.mode")}
          data={[
            { value: "value", label: say("inputs.value") },
            { value: "expression", label: say("inputs.expression") },
          ]}
          value={mode}
          onChange={(next) => {
            setWanted(next === "expression" ? "expression" : "value");
            if (!isFree) onChange(undefined);
          }}
        />
        {onRemove && (
          <ActionIcon
            className={css.fixed ?? ""}
            aria-label={say("inputs.remove", { input: label })}
            onClick={onRemove}
          >
            <IconTrash size={15} stroke={1.6} />
          </ActionIcon>
        )}
      </div>
      {mode === "expression" ? (
        <ExpressionText
          path={path}
          label={label}
          hideLabel
          isCondition={false}
          problem={null}
          value={inputText(input)}
          onChange={(text) => onChange(inputOf("expression", text, choice.type))}
        />
      ) : template !== null && !isPicked ? (
        <TemplateField
          path={path}
          label={label}
          written={choice.isLong ? "text" : "line"}
          template={template}
          isData={isKept}
          onChange={(next) => {
            const meant = inputOfTemplate(next);
            setTyped({ template: next, input: meant });
            onChange(meant);
          }}
        />
      ) : (
        <BlockValue name={choice.key} label={label} type={choice.type} input={input} onChange={onChange} />
      )}
    </div>
  );
}
