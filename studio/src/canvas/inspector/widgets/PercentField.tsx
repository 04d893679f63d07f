import { NumberInput } from "@mantine/core";
import { useFieldProblem, useSetField } from "../fieldContext.ts";
import type { SchemaFieldProps } from "../NestedField.tsx";
import { useLabels } from "../useLabels.ts";

/** A whole number of per cent. */
export function PercentField({ path, value, name, within = "" }: SchemaFieldProps) {
  const set = useSetField(path);
  return (
    <NumberInput
      label={useLabels().field(name, within)}
      error={useFieldProblem(path)}
      suffix=" %"
      min={0}
      max={100}
      allowDecimal={false}
      value={typeof value === "number" ? value : ""}
      onChange={(next) => set(typeof next === "number" ? next : undefined)}
    />
  );
}
