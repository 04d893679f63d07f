import { MultiSelect } from "@mantine/core";
import { useSayings } from "../../sayings/useSayings.ts";
import { useSetField } from "../fieldContext.ts";
import type { SchemaFieldProps } from "../NestedField.tsx";

/** Named people. */
export function PersonsField({ path, value }: SchemaFieldProps) {
  const { say, catalogue } = useSayings();
  const set = useSetField(path);
  const known = new Set(catalogue.people.map((person) => person.id));
  const chosen = Array.isArray(value) ? (value as string[]) : [];
  const data = [
    ...catalogue.people.map(({ id, name }) => ({ value: id, label: name })),
    ...chosen.filter((id) => id !== "" && !known.has(id)).map((id) => ({ value: id, label: say("people.someone") })),
  ];
  return (
    <MultiSelect
      label={say("field.personIds")}
      searchable
      data={data}
      value={chosen.filter((id) => id !== "")}
      onChange={set}
    />
  );
}
