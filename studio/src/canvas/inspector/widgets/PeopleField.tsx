import { MultiSelect } from "@mantine/core";
import type { PeopleRule } from "@sluice/process";
import { useState } from "react";
import { peopleSentence, textIn } from "../../sayings/sayings.ts";
import { useSayings } from "../../sayings/useSayings.ts";
import { useFieldProblem, useSetField } from "../fieldContext.ts";
import { ListField } from "../ListField.tsx";
import type { SchemaFieldProps } from "../NestedField.tsx";
import { useLabels } from "../useLabels.ts";
import css from "../inspector.module.css";

const relations: readonly PeopleRule[] = [
  { by: "owner" },
  { by: "initiator" },
  { by: "manager", level: 1, of: "initiator" },
  { by: "manager", level: 2, of: "initiator" },
  { by: "departmentHead", of: "initiator" },
];

/** Who: roles, people and relations as chips, in the order they are asked; each rule's own settings one click away. */
export function PeopleField(props: SchemaFieldProps) {
  const { path, value, required, name, within = "" } = props;
  const sayings = useSayings();
  const set = useSetField(path);
  const problem = useFieldProblem(path);
  const labels = useLabels();
  const [isOpen, setOpen] = useState(false);
  const rules = Array.isArray(value) ? (value as PeopleRule[]) : [];
  const option = (rule: PeopleRule) => ({ value: JSON.stringify(rule), label: peopleSentence(sayings, rule) });
  const roles = sayings.catalogue.roles.map(({ key, label }) => ({
    ...option({ by: "role", role: key }),
    label: textIn(sayings, label),
  }));
  const people = sayings.catalogue.people.map(({ id, name: label }) => ({
    ...option({ by: "person", personIds: [id] }),
    label,
  }));
  const known = new Set([...roles, ...relations.map(option), ...people].map((each) => each.value));
  const other = [
    ...new Map(
      rules
        .map(option)
        .filter((each) => !known.has(each.value))
        .map((each) => [each.value, each]),
    ).values(),
  ];
  const data = [
    ...(other.length > 0 ? [{ group: sayings.say("people.group.other"), items: other }] : []),
    { group: sayings.say("people.group.roles"), items: roles },
    { group: sayings.say("people.group.relations"), items: relations.map(option) },
    { group: sayings.say("people.group.people"), items: people },
  ];
  return (
    <>
      <MultiSelect
        label={labels.field(name, within)}
        withAsterisk={required}
        error={problem}
        searchable
        {...(rules.length === 0 &&
          !required && { placeholder: sayings.say(within === "trigger" ? "people.everyone" : "people.nobody") })}
        data={data}
        value={[...new Set(rules.map((rule) => option(rule).value))]}
        onChange={(next) => set(next.map((each) => JSON.parse(each) as PeopleRule))}
      />
      <button type="button" className={css.link} aria-expanded={isOpen} onClick={() => setOpen(!isOpen)}>
        {sayings.say(isOpen ? "people.lessDetail" : "people.moreDetail")}
      </button>
      {isOpen && <ListField {...props} />}
    </>
  );
}
