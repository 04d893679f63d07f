import { Select } from "@mantine/core";
import { textIn } from "../../sayings/sayings.ts";
import { useSayings } from "../../sayings/useSayings.ts";
import { useFieldProblem, useSetField } from "../fieldContext.ts";
import type { SchemaFieldProps } from "../NestedField.tsx";

/** One role of the firm. */
export function RoleField({ path, value, required }: SchemaFieldProps) {
  const sayings = useSayings();
  const set = useSetField(path);
  const problem = useFieldProblem(path);
  const roles = sayings.catalogue.roles.map(({ key, label }) => ({ value: key, label: textIn(sayings, label) }));
  const now = typeof value === "string" && value !== "" ? value : null;
  const data =
    now !== null && !roles.some((role) => role.value === now) ? [{ value: now, label: now }, ...roles] : roles;
  return (
    <Select
      label={sayings.say("field.role")}
      withAsterisk={required}
      error={problem}
      searchable
      data={data}
      value={now}
      clearable={!required}
      onChange={(next) => set(next ?? (required ? "" : undefined))}
    />
  );
}
