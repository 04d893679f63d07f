import { ActionIcon, Select, TextInput } from "@mantine/core";
import { IconTrash } from "@tabler/icons-react";
import { useState } from "react";
import { type Comparison, comparisons, type ConditionRow } from "../../sayings/conditionRows.ts";
import { percentOf, shareOf } from "../../sayings/percent.ts";
import { fieldAt, textIn } from "../../sayings/sayings.ts";
import { useSayings } from "../../sayings/useSayings.ts";
import { useRecordFields } from "./useRecordFields.ts";
import css from "../inspector.module.css";

interface ConditionLineProps {
  readonly row: ConditionRow;
  readonly number: number;
  readonly onChange: (row: ConditionRow) => void;
  readonly onRemove: () => void;
}

const numeric = new Set(["integer", "decimal", "share", "money"]);

/** One comparison. Shares are typed as per cent; choices and yes/no are picked. */
export function ConditionLine({ row, number, onChange, onRemove }: ConditionLineProps) {
  const sayings = useSayings();
  const { say } = sayings;
  const fields = useRecordFields([row.path], "record.");
  const field = fieldAt(sayings, row.path);
  const isShare = field?.type === "share";
  const [draft, setDraft] = useState<string | null>(null);
  const shown = draft ?? (isShare ? percentOf(row.value) : row.value);
  const choosePath = (path: string | null) => {
    if (path === null) return;
    const kind = fieldAt(sayings, path)?.type;
    const type = kind === "boolean" ? "boolean" : kind !== undefined && numeric.has(kind) ? "number" : "text";
    setDraft(null);
    onChange({
      ...row,
      path,
      type,
      value: type === row.type ? row.value : type === "boolean" ? "true" : type === "number" ? "0" : "",
    });
  };
  const typeValue = (text: string) => {
    setDraft(text);
    if (isShare) {
      const share = shareOf(text);
      if (share !== null) onChange({ ...row, value: share });
    } else if (row.type !== "number" || /^-?\d+(\.\d+)?$/.test(text.trim())) onChange({ ...row, value: text });
  };
  const choices =
    field?.type === "choice"
      ? field.choices?.map((choice) => ({ value: choice.key, label: textIn(sayings, choice.label) }))
      : undefined;
  const flags = [
    { value: "true", label: say("condition.yes") },
    { value: "false", label: say("condition.no") },
  ];
  const options = row.type === "boolean" ? flags : choices;
  const allowed = row.type === "number" ? comparisons : comparisons.slice(0, 2);
  return (
    <div className={css.row} data-condition={number}>
      <div className={css.rowBody}>
        <Select
          aria-label={say("condition.field", { number })}
          searchable
          data={fields}
          value={row.path}
          allowDeselect={false}
          onChange={choosePath}
        />
        <div className={css.line} style={{ marginTop: 6 }}>
          <Select
            aria-label={say("condition.comparison", { number })}
            data={allowed.map((each) => ({ value: each, label: say(`condition.${each}`) }))}
            value={row.comparison}
            allowDeselect={false}
            onChange={(next) => onChange({ ...row, comparison: next as Comparison })}
          />
          {options ? (
            <Select
              aria-label={say("condition.value", { number })}
              data={options}
              value={row.value}
              allowDeselect={false}
              onChange={(next) => onChange({ ...row, value: next ?? "" })}
            />
          ) : (
            <TextInput
              aria-label={say("condition.value", { number })}
              inputMode={row.type === "number" ? "decimal" : "text"}
              value={shown}
              rightSection={isShare ? "%" : null}
              onChange={(event) => typeValue(event.currentTarget.value)}
              onBlur={() => setDraft(null)}
            />
          )}
        </div>
      </div>
      <ActionIcon aria-label={say("list.remove", { number })} onClick={onRemove}>
        <IconTrash size={15} stroke={1.6} />
      </ActionIcon>
    </div>
  );
}
