import type { PeopleRule } from "@sluice/process";
import { useState } from "react";
import { useSayings } from "../../sayings/useSayings.ts";
import { useFieldProblem, useSetField } from "../fieldContext.ts";
import { ListField } from "../ListField.tsx";
import type { SchemaFieldProps } from "../NestedField.tsx";
import { useLabels } from "../useLabels.ts";
import { PeopleChoice } from "./PeopleChoice.tsx";
import { PeoplePreview } from "./PeoplePreview.tsx";
import css from "../inspector.module.css";

/** Who is meant where no rule says it. */
const placeholders: Readonly<Record<string, string>> = {
  trigger: "people.everyone",
  stage: "people.recordOwner",
  permissions: "people.adminsOnly",
};

/** The kinds whose people can be looked up beforehand. */
const asking = new Set(["task", "approval", "cc", "assign"]);

/** Who: roles, people and relations as chips; each rule's own settings one click away. */
export function PeopleField(props: SchemaFieldProps) {
  const { path, value, required, name, within = "" } = props;
  const { say } = useSayings();
  const set = useSetField(path);
  const problem = useFieldProblem(path);
  const labels = useLabels();
  const [isOpen, setOpen] = useState(false);
  return (
    <>
      <PeopleChoice
        label={labels.field(name, within)}
        required={required}
        error={problem}
        placeholder={say(placeholders[within] ?? "people.nobody")}
        rules={Array.isArray(value) ? (value as PeopleRule[]) : []}
        onChange={(rules) => set(rules.length === 0 && !required ? undefined : rules)}
      />
      <button type="button" className={css.link} aria-expanded={isOpen} onClick={() => setOpen(!isOpen)}>
        {say(isOpen ? "people.lessDetail" : "people.moreDetail")}
      </button>
      {isOpen && <ListField {...props} />}
      {name === "who" && asking.has(within) && <PeoplePreview />}
    </>
  );
}
