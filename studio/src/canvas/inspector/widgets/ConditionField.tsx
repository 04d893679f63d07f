import { SegmentedControl, Select } from "@mantine/core";
import type { Condition } from "@sluice/process";
import { textIn } from "../../sayings/sayings.ts";
import { useSayings } from "../../sayings/useSayings.ts";
import { useFieldProblem, useSetField } from "../fieldContext.ts";
import type { SchemaFieldProps } from "../NestedField.tsx";
import { useLabels } from "../useLabels.ts";
import { ConditionEditor } from "./ConditionEditor.tsx";
import css from "../inspector.module.css";

/** What must hold: comparisons of fields, or a rule of the trade by name. */
export function ConditionField({ path, value, name, within = "" }: SchemaFieldProps) {
  const sayings = useSayings();
  const { say, catalogue } = sayings;
  const set = useSetField(path);
  const problem = useFieldProblem(path);
  const label = useLabels().field(name, within);
  const condition = (value ?? { when: "true" }) as Condition;
  const isRule = "rule" in condition;
  const rules = catalogue.rules.map((rule) => ({ value: rule.key, label: textIn(sayings, rule.label) }));
  const data =
    isRule && condition.rule !== "" && !rules.some((rule) => rule.value === condition.rule)
      ? [{ value: condition.rule, label: condition.rule }, ...rules]
      : rules;
  return (
    <div role="group" aria-label={label}>
      <div className={css.line} style={{ alignItems: "center", marginBottom: 6 }}>
        <span className={css.label} style={{ margin: 0 }}>
          {label}
        </span>
        <SegmentedControl
          className={css.fixed ?? ""}
          size="xs"
          aria-label={say("condition.kind")}
          data={[
            { value: "when", label: say("condition.byFields") },
            { value: "rule", label: say("condition.byRule") },
          ]}
          value={isRule ? "rule" : "when"}
          onChange={(kind) => set(kind === "rule" ? { rule: rules[0]?.value ?? "" } : { when: "true" })}
        />
      </div>
      {isRule ? (
        <Select
          aria-label={say("condition.byRule")}
          error={problem}
          data={data}
          value={condition.rule === "" ? null : condition.rule}
          allowDeselect={false}
          onChange={(rule) => set({ rule: rule ?? "" })}
        />
      ) : (
        <ConditionEditor
          path={[...path, "when"]}
          label={label}
          hideLabel
          isRequired
          problem={problem}
          when={condition.when}
          withRows
          onChange={(when) => set({ when })}
        />
      )}
    </div>
  );
}
