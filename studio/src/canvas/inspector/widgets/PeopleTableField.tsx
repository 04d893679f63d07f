import { ActionIcon, Button, Select, TextInput } from "@mantine/core";
import type { PeopleTable } from "@sluice/process";
import { IconPlus, IconTrash } from "@tabler/icons-react";
import { useSayings } from "../../sayings/useSayings.ts";
import { useFieldProblem, useSetField } from "../fieldContext.ts";
import type { SchemaFieldProps } from "../NestedField.tsx";
import { PeopleChoice } from "./PeopleChoice.tsx";
import css from "../inspector.module.css";

type Row = PeopleTable["rules"][number];

const replaced = <T,>(list: readonly T[], at: number, value: T): T[] =>
  list.map((each, index) => (index === at ? value : each));

/** Who is asked, by a table: what to look at on top, then a row a line, its cells and the people it finds. */
export function PeopleTableField({ path, value }: SchemaFieldProps) {
  const { say } = useSayings();
  const set = useSetField(path);
  const problem = useFieldProblem(path);
  const table = value as PeopleTable;
  const setRow = (at: number, row: Row) => set({ ...table, rules: replaced(table.rules, at, row) });
  return (
    <div role="group" aria-label={say("field.table")}>
      <Select
        label={say("field.hit")}
        data={["F", "C"].map((hit) => ({ value: hit, label: say(`option.hit.${hit}`) }))}
        value={table.hit}
        allowDeselect={false}
        onChange={(hit) => set({ ...table, hit })}
      />
      {problem && <p className={css.problem}>{problem}</p>}
      <div className={`${css.line} ${css.mono}`} style={{ marginTop: 8 }}>
        {table.inputs.map((input, index) => (
          <TextInput
            key={index}
            aria-label={say("table.input", { number: index + 1 })}
            value={input.expression}
            onChange={(event) =>
              set({ ...table, inputs: replaced(table.inputs, index, { expression: event.currentTarget.value }) })
            }
          />
        ))}
      </div>
      {table.rules.map((row, at) => (
        <div key={at} className={css.nested}>
          <div className={`${css.line} ${css.mono}`}>
            {row.tests.map((test, column) => (
              <TextInput
                key={column}
                aria-label={say("table.tests", { rule: at + 1, number: column + 1 })}
                value={test}
                onChange={(event) =>
                  setRow(at, { ...row, tests: replaced(row.tests, column, event.currentTarget.value) })
                }
              />
            ))}
            <ActionIcon
              className={css.fixed ?? ""}
              aria-label={say("list.remove", { number: at + 1 })}
              onClick={() => set({ ...table, rules: table.rules.filter((_row, index) => index !== at) })}
            >
              <IconTrash size={15} stroke={1.6} />
            </ActionIcon>
          </div>
          <PeopleChoice
            label={say("table.who", { rule: at + 1 })}
            hideLabel
            required
            placeholder={say("people.nobody")}
            rules={row.who}
            onChange={(who) => setRow(at, { ...row, who: [...who] as Row["who"] })}
          />
        </div>
      ))}
      <Button.Group mt={8}>
        <Button
          variant="default"
          size="compact-xs"
          leftSection={<IconPlus size={13} />}
          onClick={() =>
            set({ ...table, rules: [...table.rules, { tests: table.inputs.map(() => "-"), who: [{ by: "owner" }] }] })
          }
        >
          {say("table.addRule")}
        </Button>
        <Button
          variant="default"
          size="compact-xs"
          onClick={() =>
            set({
              ...table,
              inputs: [...table.inputs, { expression: "record.owner" }],
              rules: table.rules.map((row) => ({ ...row, tests: [...row.tests, "-"] })),
            })
          }
        >
          {say("table.addInput")}
        </Button>
      </Button.Group>
    </div>
  );
}
