import { Select } from "@mantine/core";
import { useFieldProblem, useSetField } from "../fieldContext.ts";
import type { SchemaFieldProps } from "../NestedField.tsx";
import { useLabels } from "../useLabels.ts";
import { useRecordFields } from "./useRecordFields.ts";

/** One field of the record. */
export function FieldPathField({ path, value, required, name, within = "" }: SchemaFieldProps) {
  const set = useSetField(path);
  const problem = useFieldProblem(path);
  const now = typeof value === "string" ? value : "";
  const data = useRecordFields([now]);
  return (
    <Select
      label={useLabels().field(name, within)}
      withAsterisk={required}
      error={problem}
      searchable
      data={data}
      value={now === "" ? null : now}
      onChange={(next) => set(next ?? "")}
    />
  );
}
