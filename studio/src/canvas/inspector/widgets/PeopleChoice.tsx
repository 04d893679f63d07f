import { MultiSelect } from "@mantine/core";
import type { PeopleRule } from "@sluice/process";
import { peopleSentence, textIn } from "../../sayings/sayings.ts";
import { useSayings } from "../../sayings/useSayings.ts";

const relations: readonly PeopleRule[] = [
  { by: "owner" },
  { by: "initiator" },
  { by: "manager", level: 1, of: "initiator" },
  { by: "manager", level: 2, of: "initiator" },
  { by: "departmentHead", of: "initiator" },
];

interface PeopleChoiceProps {
  readonly label: string;
  readonly hideLabel?: boolean;
  readonly required: boolean;
  readonly error?: string | null;
  readonly placeholder: string;
  readonly rules: readonly PeopleRule[];
  readonly onChange: (rules: readonly PeopleRule[]) => void;
}

/** Roles, people and relations as chips, in the order they are asked. A rule set in detail stays choosable. */
export function PeopleChoice({
  label,
  hideLabel = false,
  required,
  error,
  placeholder,
  rules,
  onChange,
}: PeopleChoiceProps) {
  const sayings = useSayings();
  const option = (rule: PeopleRule) => ({ value: JSON.stringify(rule), label: peopleSentence(sayings, rule) });
  const roles = sayings.catalogue.roles.map((role) => ({
    ...option({ by: "role", role: role.key }),
    label: textIn(sayings, role.label),
  }));
  const people = sayings.catalogue.people.map((person) => ({
    ...option({ by: "person", personIds: [person.id] }),
    label: person.name,
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
    <MultiSelect
      {...(hideLabel ? { "aria-label": label } : { label, withAsterisk: required })}
      error={error}
      searchable
      {...(rules.length === 0 && !required && { placeholder })}
      data={data}
      value={[...new Set(rules.map((rule) => option(rule).value))]}
      onChange={(next) => onChange(next.map((each) => JSON.parse(each) as PeopleRule))}
    />
  );
}
