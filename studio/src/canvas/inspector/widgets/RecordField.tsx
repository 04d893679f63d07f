import { ActionIcon, NumberInput, TextInput } from "@mantine/core";
import { IconTrash } from "@tabler/icons-react";
import { useSayings } from "../../sayings/useSayings.ts";
import { useFieldProblem, useSetField } from "../fieldContext.ts";
import type { SchemaFieldProps } from "../NestedField.tsx";
import { useLabels } from "../useLabels.ts";
import css from "../inspector.module.css";

/** Values by key: a line each, with one to add below. */
export function RecordField({ path, shape, value, name, within = "" }: SchemaFieldProps) {
  const { say } = useSayings();
  const set = useSetField(path);
  const problem = useFieldProblem(path);
  const label = useLabels().field(name, within);
  const entries = Object.entries((value ?? {}) as Readonly<Record<string, unknown>>);
  const isNumber = typeof shape.additionalProperties === "object" && shape.additionalProperties.type === "integer";
  const write = (key: string, next: unknown) =>
    set(
      Object.fromEntries(
        next === undefined
          ? entries.filter(([each]) => each !== key)
          : [...entries.filter(([each]) => each !== key), [key, next]],
      ),
    );
  return (
    <div role="group" aria-label={label}>
      <div className={css.label}>{label}</div>
      {entries.map(([key, each]) => (
        <div key={key} className={css.line} style={{ marginBottom: 4, alignItems: "center" }}>
          <span>{key}</span>
          {isNumber ? (
            <NumberInput
              aria-label={key}
              min={0}
              value={typeof each === "number" ? each : ""}
              onChange={(next) => typeof next === "number" && write(key, next)}
            />
          ) : (
            <TextInput
              aria-label={key}
              value={typeof each === "string" ? each : ""}
              onChange={(event) => write(key, event.currentTarget.value)}
            />
          )}
          <ActionIcon
            className={css.fixed ?? ""}
            aria-label={say("inputs.remove", { input: key })}
            onClick={() => write(key, undefined)}
          >
            <IconTrash size={15} stroke={1.6} />
          </ActionIcon>
        </div>
      ))}
      {problem && <p className={css.problem}>{problem}</p>}
      <TextInput
        placeholder={say("inputs.add")}
        aria-label={`${label}: ${say("inputs.add")}`}
        onKeyDown={(event) => {
          const key = event.currentTarget.value.trim();
          if (event.key !== "Enter" || key === "") return;
          write(key, isNumber ? 1 : "");
          event.currentTarget.value = "";
        }}
      />
    </div>
  );
}
