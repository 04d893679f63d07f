import { Switch } from "@mantine/core";
import { useIsSaidAbove, useSetField } from "./fieldContext.ts";
import { leastValue } from "./fieldSchema.ts";
import { NestedField, type SchemaFieldProps } from "./NestedField.tsx";
import { useLabels } from "./useLabels.ts";
import css from "./inspector.module.css";

/** Settings that belong together. One that may be absent is switched on first. */
export function GroupField({ path, shape, value, required, name, within = "" }: SchemaFieldProps) {
  const set = useSetField(path);
  const labels = useLabels();
  const label = labels.field(name, within);
  const isSaidAbove = useIsSaidAbove(label);
  const isOptional = !required && shape.default === undefined;
  const now = (value ?? shape.default) as Readonly<Record<string, unknown>> | undefined;
  return (
    <fieldset className={css.group}>
      {isOptional ? (
        <Switch
          label={label}
          checked={now !== undefined}
          onChange={(event) => set(event.currentTarget.checked ? leastValue(shape) : undefined)}
        />
      ) : (
        <legend className={isSaidAbove ? "visuallyHidden" : css.label}>{label}</legend>
      )}
      {now !== undefined && (
        <div className={isSaidAbove ? css.plain : css.nested}>
          {Object.entries(shape.properties ?? {}).map(([field, inner]) => (
            <NestedField
              key={field}
              path={[...path, field]}
              shape={inner}
              value={now[field]}
              required={shape.required?.includes(field) ?? false}
              name={field}
              within={name}
            />
          ))}
        </div>
      )}
    </fieldset>
  );
}
