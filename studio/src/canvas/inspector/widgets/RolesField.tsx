import { MultiSelect } from "@mantine/core";
import { textIn } from "../../sayings/sayings.ts";
import { useSayings } from "../../sayings/useSayings.ts";
import { useFieldProblem, useSetField } from "../fieldContext.ts";
import type { SchemaFieldProps } from "../NestedField.tsx";
import { useLabels } from "../useLabels.ts";

/** Some roles of the firm; none means everybody. */
export function RolesField({ path, value, required, name, within = "" }: SchemaFieldProps) {
  const sayings = useSayings();
  const set = useSetField(path);
  const problem = useFieldProblem(path);
  const label = useLabels().field(name, within);
  const chosen = Array.isArray(value) ? (value as string[]) : [];
  const roles = sayings.catalogue.roles.map((role) => ({ value: role.key, label: textIn(sayings, role.label) }));
  const unknown = chosen.filter((key) => !roles.some((role) => role.value === key));
  return (
    <MultiSelect
      label={label}
      withAsterisk={required}
      error={problem}
      searchable
      {...(chosen.length === 0 && { placeholder: sayings.say("people.everyReader") })}
      data={[...unknown.map((key) => ({ value: key, label: key })), ...roles]}
      value={chosen}
      onChange={(next) => set(next.length === 0 && !required ? undefined : next)}
    />
  );
}
