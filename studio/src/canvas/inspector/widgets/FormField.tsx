import { ActionIcon, Select } from "@mantine/core";
import type { FormField as FormLine } from "@sluice/process";
import { IconTrash } from "@tabler/icons-react";
import { useSayings } from "../../sayings/useSayings.ts";
import { useFieldProblem, useSetField } from "../fieldContext.ts";
import type { SchemaFieldProps } from "../NestedField.tsx";
import { useRecordFields } from "./useRecordFields.ts";
import css from "../inspector.module.css";

const accesses = ["required", "edit", "read", "hidden"] as const;

/** What the step shows of the record: a field and how far it is open, line by line. */
export function FormField({ path, value }: SchemaFieldProps) {
  const { say } = useSayings();
  const set = useSetField(path);
  const problem = useFieldProblem(path);
  const lines = Array.isArray(value) ? (value as FormLine[]) : [];
  const fields = useRecordFields(lines.map((line) => line.path));
  const free = fields.filter((field) => !lines.some((line) => line.path === field.value));
  const write = (next: readonly FormLine[]) => set(next.length === 0 ? undefined : next);
  const data = accesses.map((access) => ({ value: access, label: say(`option.access.${access}`) }));
  return (
    <div role="group" aria-label={say("field.form")}>
      <div className={css.label}>{say("field.form")}</div>
      {lines.map((line, index) => (
        <div key={line.path} className={css.line} style={{ marginBottom: 4, alignItems: "center" }}>
          <span>{fields.find((field) => field.value === line.path)?.label ?? line.path}</span>
          <Select
            aria-label={say("form.access", { field: line.path })}
            data={data}
            value={line.access}
            allowDeselect={false}
            onChange={(access) =>
              write(lines.map((each, at) => (at === index ? { ...each, access: access as FormLine["access"] } : each)))
            }
          />
          <ActionIcon
            className={css.fixed ?? ""}
            aria-label={say("list.remove", { number: index + 1 })}
            onClick={() => write(lines.filter((_line, at) => at !== index))}
          >
            <IconTrash size={15} stroke={1.6} />
          </ActionIcon>
        </div>
      ))}
      {problem && <p className={css.problem}>{problem}</p>}
      <Select
        aria-label={say("form.add")}
        placeholder={say("form.add")}
        searchable
        data={free}
        value={null}
        onChange={(chosen) => chosen && write([...lines, { path: chosen, access: "edit" }])}
      />
    </div>
  );
}
