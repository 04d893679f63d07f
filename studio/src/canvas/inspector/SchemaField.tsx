import { NumberInput, Select, Switch, Textarea, TextInput } from "@mantine/core";
import { type ComponentType, useEffect, useRef } from "react";
import { useFieldProblem, useIsPointedAt, useSetField } from "./fieldContext.ts";
import { discriminatorOf } from "./fieldSchema.ts";
import { GroupField } from "./GroupField.tsx";
import { ListField } from "./ListField.tsx";
import type { SchemaFieldProps } from "./NestedField.tsx";
import { useLabels } from "./useLabels.ts";
import { VariantField } from "./VariantField.tsx";
import { widgetFor } from "./widgets/widgets.ts";
import css from "./inspector.module.css";

/** One setting, drawn from its schema: a widget when `.meta` names one or its name tells, else what its type asks for. */
export function SchemaField(props: SchemaFieldProps) {
  const root = useRef<HTMLDivElement>(null);
  const isPointedAt = useIsPointedAt(props.path);
  useEffect(() => {
    if (!isPointedAt) return;
    root.current?.scrollIntoView({ block: "center" });
    const first = root.current?.querySelector<HTMLElement>(
      "input:not([type=hidden]), textarea, button, [role=combobox], [role=textbox]",
    );
    first?.focus();
    if (first instanceof HTMLInputElement && first.role !== "combobox") first.select();
  }, [isPointedAt]);
  const widget = widgetFor(props.shape, props.name);
  return (
    <div ref={root} className={css.field} data-field={props.path.join(".")}>
      {widget ? <WidgetField widget={widget} field={props} /> : <PlainField {...props} />}
    </div>
  );
}

/** Draws a setting inside a setting: what `RendererProvider` is given. */
export const drawSetting = (props: SchemaFieldProps) => <SchemaField {...props} />;

function WidgetField({
  widget: Widget,
  field,
}: {
  readonly widget: ComponentType<SchemaFieldProps>;
  readonly field: SchemaFieldProps;
}) {
  return <Widget {...field} />;
}

function PlainField(props: SchemaFieldProps) {
  const { path, shape, value, required, name, within = "" } = props;
  const set = useSetField(path);
  const problem = useFieldProblem(path);
  const labels = useLabels();
  const label = labels.field(name, within);
  const shared = { label, error: problem, withAsterisk: required };
  const bounded = shape.maxLength === undefined ? {} : { maxLength: shape.maxLength };
  if (shape.oneOf && discriminatorOf(shape.oneOf)) return <VariantField {...props} />;
  if (shape.type === "array") return <ListField {...props} />;
  if (shape.type === "object") return <GroupField {...props} />;
  if (shape.enum) {
    const chosen = (value ?? shape.default ?? null) as string | null;
    const data = shape.enum.map((each) => ({ value: each, label: labels.option(name, each) }));
    return (
      <Select
        {...shared}
        data={data}
        value={chosen}
        allowDeselect={false}
        clearable={!required && shape.default === undefined}
        onChange={(next) => set(next ?? undefined)}
      />
    );
  }
  if (shape.type === "boolean") {
    return (
      <Switch
        label={label}
        checked={Boolean(value ?? shape.default)}
        onChange={(event) => set(event.currentTarget.checked)}
      />
    );
  }
  if (shape.type === "integer" || shape.type === "number") {
    return (
      <NumberInput
        {...shared}
        value={typeof value === "number" ? value : ((shape.default as number | undefined) ?? "")}
        allowDecimal={shape.type === "number"}
        {...(shape.minimum !== undefined && { min: shape.minimum })}
        {...(shape.maximum !== undefined && shape.maximum < 1e9 && { max: shape.maximum })}
        onChange={(next) => set(typeof next === "number" ? next : undefined)}
      />
    );
  }
  const text = typeof value === "string" ? value : "";
  const change = (next: string) => set(next === "" && !required ? undefined : next);
  return (shape.maxLength ?? 0) > 400 ? (
    <Textarea
      {...shared}
      {...bounded}
      autosize
      minRows={2}
      maxRows={8}
      value={text}
      onChange={(event) => change(event.currentTarget.value)}
    />
  ) : (
    <TextInput {...shared} {...bounded} value={text} onChange={(event) => change(event.currentTarget.value)} />
  );
}
