import { Button } from "@mantine/core";
import type { NodeOf, TableHealth } from "@sluice/process";
import { listed } from "../../../text/listed.ts";
import { textIn } from "../../sayings/sayings.ts";
import { useSayings } from "../../sayings/useSayings.ts";
import css from "../inspector.module.css";

type Table = NonNullable<NodeOf<"branch">["table"]>;

interface TableHealthNoteProps {
  readonly table: Table;
  readonly health: TableHealth;
  readonly onRest: (rules: Table["rules"]) => void;
}

/** Where rows meet and what they leave out, below the table while it is written; a row for the rest is one press. */
export function TableHealthNote({ table, health: { crooked, overlap, gap }, onRest }: TableHealthNoteProps) {
  const sayings = useSayings();
  const { say } = sayings;
  const rest = { tests: table.inputs.map(() => "-"), results: table.outputs.map(() => "") };
  return (
    <div aria-live="polite" data-table-health>
      {crooked !== null && <p className={css.problem}>{say("table.crooked", { rule: crooked + 1 })}</p>}
      {overlap !== null && table.hit === "U" && (
        <p className={css.problem}>{say("table.overlaps", { rule: overlap + 1 })}</p>
      )}
      {gap === "tooLarge" && <p className={css.caution}>{say("table.tooLarge")}</p>}
      {gap !== null && gap !== "tooLarge" && (
        <div className={css.caution}>
          {say("table.gap", {
            values: listed(
              gap.map((value) => textIn(sayings, value)),
              sayings.language,
            ),
          })}{" "}
          <Button variant="subtle" size="compact-xs" onClick={() => onRest([...table.rules, rest])}>
            {say("table.addRest")}
          </Button>
        </div>
      )}
    </div>
  );
}
