import { Select, TextInput } from "@mantine/core";
import { blocks as known } from "@sluice/process";
import { textIn } from "../../sayings/sayings.ts";
import { useSayings } from "../../sayings/useSayings.ts";
import { useFieldProblem, useSetField } from "../fieldContext.ts";
import type { SchemaFieldProps } from "../NestedField.tsx";
import { useLabels } from "../useLabels.ts";

/** Which block is run, of those that fit the place; typed by key while the catalogue is not at hand. */
export function BlockField({ path, shape, value, required, name }: SchemaFieldProps) {
  const sayings = useSayings();
  const set = useSetField(path);
  const problem = useFieldProblem(path);
  const label = useLabels().field(name);
  const now = typeof value === "string" ? value : "";
  const isOffered = (key: string) => shape.widget !== "innerBlock" || known[key]?.place === "inner";
  const blocks = sayings.catalogue.blocks
    .filter((block) => isOffered(block.key))
    .map((block) => ({ value: block.key, label: textIn(sayings, block.label) }));
  if (blocks.length === 0) {
    return (
      <TextInput
        label={label}
        withAsterisk={required}
        error={problem}
        value={now}
        onChange={(event) => set(event.currentTarget.value || (required ? "" : undefined))}
      />
    );
  }
  const data =
    now === "" || blocks.some((block) => block.value === now) ? blocks : [{ value: now, label: now }, ...blocks];
  return (
    <Select
      label={label}
      withAsterisk={required}
      error={problem}
      searchable
      clearable={!required}
      data={data}
      value={now === "" ? null : now}
      onChange={(next) => set(next ?? (required ? "" : undefined))}
    />
  );
}
