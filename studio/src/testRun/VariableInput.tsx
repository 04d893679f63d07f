import { Select, TagsInput, TextInput } from "@mantine/core";
import type { FieldSchema } from "@sluice/domain";
import type { Json, Story, Variable } from "@sluice/process";
import { FieldInput } from "../form/FieldInput.tsx";
import { jsonText } from "../text/jsonText.ts";
import { instantOfWallTime, wallTimeOf } from "./storyZone.ts";

interface VariableInputProps {
  readonly variable: Variable;
  readonly label: string;
  /** Everybody of the story, for a variable that is a person. */
  readonly people: readonly { readonly value: string; readonly label: string }[];
  /** Whose clocks an instant is shown by. */
  readonly story: Pick<Story, "given">;
  readonly value: Json | undefined;
  /** Null takes the variable away. */
  readonly onChange: (value: Json) => void;
}

/** The fields that variables of these types are typed in like. */
const FIELD_TYPES = { text: "text", decimal: "decimal", integer: "integer", boolean: "boolean", date: "date" } as const;
const MOST_ITEMS = 100;

const typeOf = ({ type }: Variable): FieldSchema["type"] | null =>
  type in FIELD_TYPES ? FIELD_TYPES[type as keyof typeof FIELD_TYPES] : null;

/** One variable of a process, in the shape that its type asks for. */
export function VariableInput({ variable, label, people, story, value, onChange }: VariableInputProps) {
  const type = typeOf(variable);
  if (type !== null) {
    const field: FieldSchema = { type, label: { en: label, zh: label } };
    return <FieldInput path={variable.key} field={field} value={value} onChange={onChange} required={false} />;
  }
  if (variable.type === "person")
    return (
      <Select
        label={label}
        data-field={variable.key}
        data={[...people]}
        value={typeof value === "string" ? value : null}
        clearable
        searchable
        onChange={onChange}
      />
    );
  if (variable.type === "list")
    return (
      <TagsInput
        label={label}
        data-field={variable.key}
        maxTags={MOST_ITEMS}
        value={Array.isArray(value) ? value.map((item) => jsonText(item as Json)) : []}
        onChange={(items) => onChange(items.length === 0 ? null : items)}
      />
    );
  if (variable.type === "instant")
    return (
      <TextInput
        type="datetime-local"
        label={label}
        data-field={variable.key}
        value={typeof value === "string" ? wallTimeOf(story, value) : ""}
        onChange={(event) => onChange(instantOfWallTime(story, event.currentTarget.value))}
      />
    );
  return (
    <TextInput
      label={label}
      data-field={variable.key}
      maxLength={400}
      value={jsonText(value)}
      onChange={(event) => onChange(event.currentTarget.value === "" ? null : event.currentTarget.value)}
    />
  );
}
