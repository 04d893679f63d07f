import { Textarea } from "@mantine/core";
import { useSayings } from "../../sayings/useSayings.ts";
import { useSetField } from "../fieldContext.ts";
import type { SchemaFieldProps } from "../NestedField.tsx";

/** A note for whoever draws next. */
export function NoteField({ path, shape, value }: SchemaFieldProps) {
  const { say } = useSayings();
  const set = useSetField(path);
  return (
    <Textarea
      label={say("field.note")}
      autosize
      minRows={1}
      maxRows={8}
      {...(shape.maxLength === undefined ? {} : { maxLength: shape.maxLength })}
      value={typeof value === "string" ? value : ""}
      onChange={(event) => set(event.currentTarget.value === "" ? undefined : event.currentTarget.value)}
    />
  );
}
