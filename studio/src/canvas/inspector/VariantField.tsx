import { Select } from "@mantine/core";
import { useFieldProblem, useSetField } from "./fieldContext.ts";
import { discriminatorOf, leastValue } from "./fieldSchema.ts";
import { NestedField, type SchemaFieldProps } from "./NestedField.tsx";
import { useLabels } from "./useLabels.ts";
import css from "./inspector.module.css";

/** A setting of several shapes: first which, then the settings of that one. */
export function VariantField({ path, shape, value, required, name, within = "" }: SchemaFieldProps) {
  const variants = shape.oneOf ?? [];
  const key = discriminatorOf(variants) ?? "";
  const set = useSetField(path);
  const problem = useFieldProblem(path);
  const labels = useLabels();
  const now = (value ?? shape.default) as Readonly<Record<string, unknown>> | undefined;
  const chosen = variants.find((variant) => variant.properties?.[key]?.const === now?.[key]);
  const data = variants.map((variant) => {
    const kind = String(variant.properties?.[key]?.const);
    return { value: kind, label: labels.option(name, kind) };
  });
  const choose = (kind: string | null) => {
    const variant = variants.find((each) => each.properties?.[key]?.const === kind);
    set(variant ? leastValue(variant) : undefined);
  };
  const inner = Object.entries(chosen?.properties ?? {}).filter(([field]) => field !== key);
  return (
    <>
      <Select
        label={labels.field(name, within)}
        withAsterisk={required}
        error={inner.length === 0 ? problem : null}
        data={data}
        value={now ? String(now[key]) : null}
        allowDeselect={false}
        clearable={!required && shape.default === undefined}
        onChange={choose}
      />
      {inner.length > 0 && (
        <div className={css.nested}>
          {inner.map(([field, innerShape]) => (
            <NestedField
              key={field}
              path={[...path, field]}
              shape={innerShape}
              value={now?.[field]}
              required={chosen?.required?.includes(field) ?? false}
              name={field}
              within={name}
            />
          ))}
        </div>
      )}
    </>
  );
}
