import { Select, TextInput } from "@mantine/core";
import type { BlockValueType, PeopleRule } from "@sluice/process";
import type { BlockInputChoice, Named } from "../../sayings/catalogue.ts";
import { textIn } from "../../sayings/sayings.ts";
import { useSayings } from "../../sayings/useSayings.ts";
import { type BlockInput, inputOf, inputText } from "./blockInput.ts";
import { PeopleChoice } from "./PeopleChoice.tsx";
import { useRecordFields } from "./useRecordFields.ts";

interface BlockValueProps {
  readonly name: string;
  readonly label: string;
  readonly type: BlockValueType;
  readonly input: BlockInput | undefined;
  readonly onChange: (input: BlockInput | undefined) => void;
}

const rulesOf = (input: BlockInput | undefined): PeopleRule[] =>
  input && "value" in input && Array.isArray(input.value)
    ? input.value.map((each) =>
        typeof each === "string" ? { by: "person", personIds: [each] } : (each as unknown as PeopleRule),
      )
    : [];

const PICKED: ReadonlySet<string> = new Set(["recordType", "process", "field"]);

/** Whether an input is picked from what the firm has, not written. */
export const picksFrom = ({ key, type }: Pick<BlockInputChoice, "key" | "type">): boolean =>
  type === "person" || PICKED.has(key);

/** A fixed value for a block: picked where the firm has something to pick from, else typed. */
export function BlockValue({ name, label, type, input, onChange }: BlockValueProps) {
  const sayings = useSayings();
  const { catalogue } = sayings;
  const text = inputText(input);
  const fields = useRecordFields([]);
  const named = (all: readonly Named[]) => all.map((each) => ({ value: each.key, label: textIn(sayings, each.label) }));
  const change = (next: string) => onChange(inputOf("value", next, type));
  if (type === "list" && name === "people")
    return (
      <PeopleChoice
        label={label}
        hideLabel
        required={false}
        placeholder={sayings.say("people.nobody")}
        rules={rulesOf(input)}
        onChange={(rules) => onChange(rules.length === 0 ? undefined : { value: structuredClone(rules) as never })}
      />
    );
  const choices =
    type === "person"
      ? catalogue.people.map(({ id, name: person }) => ({ value: id, label: person }))
      : name === "recordType"
        ? named(catalogue.recordTypes)
        : name === "process"
          ? named(catalogue.processes)
          : name === "field"
            ? fields
            : null;
  if (choices !== null)
    return (
      <Select
        aria-label={label}
        searchable
        clearable
        data={choices}
        value={text === "" ? null : text}
        onChange={(next) => change(next ?? "")}
      />
    );
  return <TextInput aria-label={label} value={text} onChange={(event) => change(event.currentTarget.value)} />;
}
