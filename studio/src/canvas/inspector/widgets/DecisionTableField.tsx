import { ActionIcon, Button, Group, Select, Switch, TextInput } from "@mantine/core";
import { type NodeOf, tableHealth } from "@sluice/process";
import { IconArrowUp, IconPlus, IconTrash } from "@tabler/icons-react";
import { useMemo } from "react";
import { ImportTable } from "../../../processes/interchange/ImportTable.tsx";
import { fieldAt } from "../../sayings/sayings.ts";
import { useSayings } from "../../sayings/useSayings.ts";
import { useFieldProblem, useSetField } from "../fieldContext.ts";
import type { SchemaFieldProps } from "../NestedField.tsx";
import { earlier } from "./earlier.ts";
import { TableHealthNote } from "./TableHealthNote.tsx";
import css from "../inspector.module.css";

type Table = NonNullable<NodeOf<"branch">["table"]>;
type Cells = "tests" | "results";

const empty: Table = {
  hit: "F",
  inputs: [{ expression: "record.total" }],
  outputs: [{ variable: "band" }],
  rules: [{ tests: ["-"], results: [""] }],
};
const replaced = <T,>(list: readonly T[], at: number, value: T): T[] =>
  list.map((each, index) => (index === at ? value : each));

const listOf = (text: string): string[] => (text === "" ? [] : text.split(","));

/** A decision table: conditions left, results right, a rule a line. */
export function DecisionTableField({ path, value }: SchemaFieldProps) {
  const sayings = useSayings();
  const { say } = sayings;
  const set = useSetField(path);
  const problem = useFieldProblem(path);
  const table = value as Table | undefined;
  const health = useMemo(
    () =>
      table &&
      tableHealth({
        rules: table.rules,
        columns: table.inputs.length,
        choices: table.inputs.map(
          ({ expression }) => fieldAt(sayings, expression)?.choices?.map(({ key }) => key) ?? null,
        ),
      }),
    [table, sayings],
  );
  if (!table)
    return (
      <>
        <Switch mb={8} label={say("field.table")} checked={false} onChange={() => set(empty)} />
        <ImportTable onTake={set} />
      </>
    );
  const cell = (rule: number, side: Cells, column: number, text: string) => {
    const line = table.rules[rule];
    if (line)
      set({ ...table, rules: replaced(table.rules, rule, { ...line, [side]: replaced(line[side], column, text) }) });
  };
  const widen = (side: Cells) =>
    set({
      ...table,
      ...(side === "tests"
        ? { inputs: [...table.inputs, { expression: "record." }] }
        : { outputs: [...table.outputs, { variable: `result${table.outputs.length + 1}` }] }),
      rules: table.rules.map((rule) => ({ ...rule, [side]: [...rule[side], side === "tests" ? "-" : ""] })),
    });
  return (
    <div role="group" aria-label={say("field.table")}>
      <Switch label={say("field.table")} checked onChange={() => set(undefined)} />
      <Select
        mt={8}
        label={say("field.hit")}
        data={["U", "F", "P", "C", "C+"].map((hit) => ({ value: hit, label: say(`option.hit.${hit}`) }))}
        value={table.hit}
        allowDeselect={false}
        onChange={(hit) => set({ ...table, hit })}
      />
      {table.hit === "P" &&
        table.outputs.map((output, index) => (
          <TextInput
            key={index}
            mt={8}
            label={say("table.priority", { number: index + 1 })}
            value={(output.values ?? []).join(",")}
            onChange={(event) =>
              set({
                ...table,
                outputs: replaced(table.outputs, index, { ...output, values: listOf(event.currentTarget.value) }),
              })
            }
          />
        ))}
      {problem && <p className={css.problem}>{problem}</p>}
      <div className={css.mono} style={{ overflowX: "auto", marginTop: 8 }}>
        <div className={css.line} style={{ marginBottom: 4 }}>
          {table.inputs.map((input, index) => (
            <TextInput
              key={index}
              miw={84}
              aria-label={say("table.input", { number: index + 1 })}
              value={input.expression}
              onChange={(event) =>
                set({ ...table, inputs: replaced(table.inputs, index, { expression: event.currentTarget.value }) })
              }
            />
          ))}
          {table.outputs.map((output, index) => (
            <TextInput
              key={index}
              miw={84}
              aria-label={say("table.output", { number: index + 1 })}
              value={output.variable}
              onChange={(event) =>
                set({
                  ...table,
                  outputs: replaced(table.outputs, index, { ...output, variable: event.currentTarget.value }),
                })
              }
            />
          ))}
          <span className={css.besideRows} aria-hidden />
        </div>
        {table.rules.map((rule, at) => (
          <div
            key={at}
            className={css.line}
            style={{ marginBottom: 4 }}
            data-overlaps={(table.hit === "U" && health?.overlap === at) || health?.crooked === at || undefined}
          >
            {(["tests", "results"] as const).flatMap((side) =>
              rule[side].map((text, column) => (
                <TextInput
                  key={`${side}${column}`}
                  miw={84}
                  aria-label={say(`table.${side}`, { rule: at + 1, number: column + 1 })}
                  value={text}
                  onChange={(event) => cell(at, side, column, event.currentTarget.value)}
                />
              )),
            )}
            <ActionIcon
              className={css.fixed ?? ""}
              aria-label={say("list.earlier", { number: at + 1 })}
              disabled={at === 0}
              onClick={() => set({ ...table, rules: earlier(table.rules, at) })}
            >
              <IconArrowUp size={15} stroke={1.6} />
            </ActionIcon>
            <ActionIcon
              className={css.fixed ?? ""}
              aria-label={say("list.remove", { number: at + 1 })}
              onClick={() => set({ ...table, rules: table.rules.filter((_rule, index) => index !== at) })}
            >
              <IconTrash size={15} stroke={1.6} />
            </ActionIcon>
          </div>
        ))}
      </div>
      {health && <TableHealthNote table={table} health={health} onRest={(rules) => set({ ...table, rules })} />}
      <Group gap={4}>
        <Button
          variant="default"
          size="compact-xs"
          leftSection={<IconPlus size={13} />}
          onClick={() =>
            set({
              ...table,
              rules: [...table.rules, { tests: table.inputs.map(() => "-"), results: table.outputs.map(() => "") }],
            })
          }
        >
          {say("table.addRule")}
        </Button>
        <Button variant="default" size="compact-xs" onClick={() => widen("tests")}>
          {say("table.addInput")}
        </Button>
        <Button variant="default" size="compact-xs" onClick={() => widen("results")}>
          {say("table.addOutput")}
        </Button>
        <ImportTable onTake={set} />
      </Group>
    </div>
  );
}
