import { Select } from "@mantine/core";
import { textIn } from "../../sayings/sayings.ts";
import { useSayings } from "../../sayings/useSayings.ts";
import { useFieldProblem, useSetField } from "../fieldContext.ts";
import type { SchemaFieldProps } from "../NestedField.tsx";
import { useLabels } from "../useLabels.ts";

/** Another process of the firm. */
export function ProcessField({ path, value, required, name, within = "" }: SchemaFieldProps) {
  const sayings = useSayings();
  const set = useSetField(path);
  const now = typeof value === "string" && value !== "" ? value : null;
  const known = sayings.catalogue.processes.map(({ key, label }) => ({ value: key, label: textIn(sayings, label) }));
  const data =
    now === null || known.some((each) => each.value === now) ? known : [{ value: now, label: now }, ...known];
  return (
    <Select
      label={useLabels().field(name, within)}
      withAsterisk={required}
      error={useFieldProblem(path)}
      searchable
      clearable={!required}
      data={data}
      value={now}
      onChange={(next) => set(next ?? (required ? "" : undefined))}
    />
  );
}
