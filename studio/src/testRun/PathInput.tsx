import { TextInput } from "@mantine/core";
import type { FieldSchema } from "@sluice/domain";
import type { Json } from "@sluice/process";
import { FieldInput } from "../form/FieldInput.tsx";
import { jsonText } from "../text/jsonText.ts";

interface PathInputProps {
  readonly path: string;
  readonly label: string;
  /** Null for a field of another record, that is reached over a reference. */
  readonly field: FieldSchema | null;
  readonly value: Json | undefined;
  readonly onChange: (value: Json) => void;
}

/** Any field that a process looks at, those that the door works out too: in a run everything is given. */
export function PathInput({ path, label, field, value, onChange }: PathInputProps) {
  if (field !== null && field.type !== "instant" && field.type !== "lines")
    return <FieldInput path={path} field={field} value={value} onChange={onChange} required={false} />;
  if (field?.type === "lines") return null;
  return (
    <TextInput
      label={label}
      data-field={path}
      value={typeof value === "object" ? "" : jsonText(value)}
      maxLength={400}
      onChange={(event) => onChange(event.currentTarget.value === "" ? null : event.currentTarget.value)}
    />
  );
}
