import { ActionIcon, Select, TextInput } from "@mantine/core";
import { isPlainDecimal } from "@sluice/domain";
import { type Comparison, isPresence } from "@sluice/process";
import { IconTrash } from "@tabler/icons-react";
import { useState } from "react";
import { useTranslation } from "react-i18next";
import { DecimalInput } from "../../../form/DecimalInput.tsx";
import { comparisons, type ConditionRow } from "../../sayings/conditionRows.ts";
import { fieldAt, mayBeEmpty, textIn } from "../../sayings/sayings.ts";
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

const isEquality = (comparison: Comparison): boolean => comparison === "==" || comparison === "!=";

/** One comparison. Shares are typed as per cent; choices and yes/no are picked. What is typed for a number and is none stays, and says so. */
export function ConditionLine({ row, number, onChange, onRemove }: ConditionLineProps) {
  const sayings = useSayings();
  const { say } = sayings;
  const fields = useRecordFields([row.path], "record.");
  const field = fieldAt(sayings, row.path);
  const { t } = useTranslation("form");
  const isShare = field?.type === "share";
  const rowText = JSON.stringify(row);
  const [typed, setTyped] = useState<{ readonly text: string; readonly over: string } | null>(null);
  const unread = typed?.over === rowText ? typed.text : null;
  const typeOf = (path: string): ConditionRow["type"] => {
    const kind = fieldAt(sayings, path)?.type;
    return kind === "boolean" ? "boolean" : kind !== undefined && numeric.has(kind) ? "number" : "text";
  };
  const comparisonsOf = (path: string): readonly Comparison[] => {
    const kind = fieldAt(sayings, path)?.type;
    if (kind === "multiChoice") return ["includes", "excludes", "set", "empty"];
    const isOrdered = typeOf(path) === "number" || kind === "date" || kind === "instant";
    return isOrdered ? comparisons : comparisons.filter((each) => isEquality(each) || isPresence(each));
  };
  const choose = ({ path, comparison: wanted }: Pick<ConditionRow, "path" | "comparison">) => {
    if (isPresence(wanted)) {
      onChange({ path, comparison: wanted, type: "text", value: "" });
      return;
    }
    const type = typeOf(path);
    const comparison = comparisonsOf(path).includes(wanted) ? wanted : (comparisonsOf(path)[0] ?? "==");
    const isKept = type === row.type && !isPresence(row.comparison);
    const value = isKept ? row.value : type === "boolean" ? "true" : type === "number" ? "0" : "";
    onChange({ path, comparison, type, value, ...(mayBeEmpty(sayings, path) ? { ifSet: true as const } : {}) });
  };
  const typeNumber = (text: string | null) => {
    const isNumber = text !== null && isPlainDecimal(text);
    setTyped(isNumber ? null : { text: text ?? "", over: rowText });
    if (isNumber) onChange({ ...row, value: text });
  };
  const choices =
    field?.type === "choice" || field?.type === "multiChoice"
      ? field.choices?.map((choice) => ({ value: choice.key, label: textIn(sayings, choice.label) }))
      : undefined;
  const flags = [
    { value: "true", label: say("condition.yes") },
    { value: "false", label: say("condition.no") },
  ];
  const isGone = choices?.some(({ value }) => value === row.value) === false && row.value !== "";
  const options =
    row.type === "boolean" ? flags : isGone ? [...choices, { value: row.value, label: row.value }] : choices;
  const allowed = comparisonsOf(row.path);
  return (
    <div className={css.row} data-condition={number}>
      <div className={css.rowBody}>
        <Select
          aria-label={say("condition.field", { number })}
          searchable
          data={fields}
          value={row.path}
          allowDeselect={false}
          onChange={(path) => path !== null && choose({ path, comparison: row.comparison })}
        />
        <div className={css.line} style={{ marginTop: 6, alignItems: "flex-start" }}>
          <Select
            aria-label={say("condition.comparison", { number })}
            data={allowed.map((each) => ({ value: each, label: say(`condition.${each}`) }))}
            value={row.comparison}
            allowDeselect={false}
            onChange={(next) => choose({ path: row.path, comparison: next as Comparison })}
          />
          {isPresence(row.comparison) ? null : options ? (
            <Select
              aria-label={say("condition.value", { number })}
              data={options}
              value={row.value}
              allowDeselect={false}
              onChange={(next) => onChange({ ...row, value: next ?? "" })}
            />
          ) : row.type === "number" ? (
            <DecimalInput
              aria-label={say("condition.value", { number })}
              value={unread ?? row.value}
              error={unread === "" ? t("notADecimal") : undefined}
              pointShift={isShare ? 2 : 0}
              rightSection={isShare ? "%" : null}
              onChange={typeNumber}
            />
          ) : (
            <TextInput
              aria-label={say("condition.value", { number })}
              value={row.value}
              onChange={(event) => onChange({ ...row, value: event.currentTarget.value })}
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
