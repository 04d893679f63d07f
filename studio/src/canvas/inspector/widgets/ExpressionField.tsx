import { useFieldProblem, useSetField } from "../fieldContext.ts";
import type { SchemaFieldProps } from "../NestedField.tsx";
import { useLabels } from "../useLabels.ts";
import { ConditionEditor } from "./ConditionEditor.tsx";

/** An expression: as rows when it is comparisons, as text always. */
export function ExpressionField({ path, value, required, name, within = "" }: SchemaFieldProps) {
  const set = useSetField(path);
  return (
    <ConditionEditor
      path={path}
      label={useLabels().field(name, within)}
      isRequired={required}
      problem={useFieldProblem(path)}
      when={typeof value === "string" ? value : ""}
      withRows={name === "when"}
      onChange={(next) => set(next === "" && !required ? undefined : next)}
    />
  );
}
