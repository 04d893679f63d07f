import { ActionIcon, Button } from "@mantine/core";
import { IconPlus, IconTrash } from "@tabler/icons-react";
import { useSayings } from "../sayings/useSayings.ts";
import { useFieldProblem, useIsSaidAbove, useSetField } from "./fieldContext.ts";
import { leastValue } from "./fieldSchema.ts";
import { NestedField, type SchemaFieldProps } from "./NestedField.tsx";
import { useLabels } from "./useLabels.ts";
import css from "./inspector.module.css";

/** A list of settings: each in a frame of its own, with a way to take it out and one to add another. */
export function ListField({ path, shape, value, required, name, within = "" }: SchemaFieldProps) {
  const { say } = useSayings();
  const set = useSetField(path);
  const problem = useFieldProblem(path);
  const labels = useLabels();
  const rows = Array.isArray(value) ? (value as unknown[]) : [];
  const items = shape.items ?? {};
  const label = labels.field(name, within);
  const isSaidAbove = useIsSaidAbove(label);
  return (
    <div role="group" aria-label={label}>
      {!isSaidAbove && <div className={css.label}>{label}</div>}
      {rows.map((row, index) => (
        <div key={index} className={css.row}>
          <div className={css.rowBody}>
            {items.properties && items.widget === undefined ? (
              Object.entries(items.properties).map(([field, inner]) => (
                <NestedField
                  key={field}
                  path={[...path, index, field]}
                  shape={inner}
                  value={(row as Readonly<Record<string, unknown>>)[field]}
                  required={items.required?.includes(field) ?? false}
                  name={field}
                  within={name}
                />
              ))
            ) : (
              <NestedField path={[...path, index]} shape={items} value={row} required name={name} />
            )}
          </div>
          <ActionIcon
            aria-label={say("list.remove", { number: index + 1 })}
            onClick={() => set(rows.length === 1 && !required ? undefined : rows.filter((_row, at) => at !== index))}
          >
            <IconTrash size={15} stroke={1.6} />
          </ActionIcon>
        </div>
      ))}
      {problem && <p className={css.problem}>{problem}</p>}
      <Button
        variant="default"
        size="compact-xs"
        leftSection={<IconPlus size={13} />}
        onClick={() => set([...rows, leastValue(items)])}
      >
        {say("list.add")}
      </Button>
    </div>
  );
}
