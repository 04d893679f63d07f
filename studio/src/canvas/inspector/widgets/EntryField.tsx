import { Select } from "@mantine/core";
import { stepsOf } from "../../model/elements.ts";
import { textIn } from "../../sayings/sayings.ts";
import { useSayings } from "../../sayings/useSayings.ts";
import { useCanvas } from "../../store/canvasContext.ts";
import { useElementId, useFieldProblem, useSetField } from "../fieldContext.ts";
import type { SchemaFieldProps } from "../NestedField.tsx";

/** The step of the stage that a record takes on entering; without one it rests. */
export function EntryField({ path, value }: SchemaFieldProps) {
  const sayings = useSayings();
  const set = useSetField(path);
  const stage = useElementId();
  const definition = useCanvas((state) => state.definition);
  const data = stepsOf(definition, stage).map((step) => ({
    value: step.id,
    label: textIn(sayings, step.name) || step.id,
  }));
  return (
    <Select
      label={sayings.say("field.entry")}
      description={sayings.say("field.entryHelp")}
      error={useFieldProblem(path)}
      placeholder={sayings.say("field.entryNone")}
      clearable
      data={data}
      value={typeof value === "string" ? value : null}
      onChange={(next) => set(next ?? undefined)}
    />
  );
}
