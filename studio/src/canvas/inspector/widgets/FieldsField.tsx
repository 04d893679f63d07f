import { MultiSelect } from "@mantine/core";
import { useFieldProblem, useSetField } from "../fieldContext.ts";
import type { SchemaFieldProps } from "../NestedField.tsx";
import { useLabels } from "../useLabels.ts";
import { useRecordFields } from "./useRecordFields.ts";

/** Several fields of the record. */
export function FieldsField({ path, value, name, within = "" }: SchemaFieldProps) {
  const set = useSetField(path);
  const problem = useFieldProblem(path);
  const chosen = Array.isArray(value) ? (value as string[]) : [];
  const data = useRecordFields(chosen);
  return (
    <MultiSelect
      label={useLabels().field(name, within)}
      error={problem}
      searchable
      data={data}
      value={chosen}
      onChange={set}
    />
  );
}
