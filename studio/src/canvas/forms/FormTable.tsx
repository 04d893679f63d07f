import { Select } from "@mantine/core";
import { useState } from "react";
import { useRecordFields } from "../inspector/widgets/useRecordFields.ts";
import { findNode } from "../model/elements.ts";
import { setField } from "../model/setField.ts";
import { textIn } from "../sayings/sayings.ts";
import { useSayings } from "../sayings/useSayings.ts";
import { useCanvas, useCanvasStore } from "../store/canvasContext.ts";
import { type Access, type FormColumn, formColumns, namedFields, withAccess } from "./formColumns.ts";
import css from "./forms.module.css";

const accesses = ["required", "edit", "read", "hidden"] as const;

/** How open every field is in every form: one table over the same settings that the steps have, edited by the same commands. */
export function FormTable() {
  const sayings = useSayings();
  const { say } = sayings;
  const store = useCanvasStore();
  const definition = useCanvas((state) => state.definition);
  const readOnly = useCanvas((state) => state.readOnly);
  const [added, setAdded] = useState<readonly string[]>([]);
  const columns = formColumns(definition);
  const everything = useRecordFields(columns.flatMap(({ form }) => form.map(({ path }) => path)));
  const known = everything.map(({ value }) => value);
  const named = namedFields(columns, known);
  const rows = [...named, ...added.filter((path) => !named.includes(path))];
  const labelOf = (path: string) => everything.find(({ value }) => value === path)?.label ?? path;
  const nameOf = ({ name, kind }: FormColumn) =>
    textIn(sayings, name) || say(kind === "move" ? "move.unnamed" : `kind.${kind}.name`);
  const stageOf = ({ stage }: FormColumn) => (stage === null ? "" : textIn(sayings, findNode(definition, stage)?.name));
  const write = ({ element, path, form }: FormColumn, field: string, access: Access | null) =>
    store.getState().apply(setField(element, path, withAccess(form, field, access)), { keepSelection: true });
  if (columns.length === 0) return <p className={css.empty}>{say("forms.none")}</p>;
  return (
    <>
      <div className={css.scroll} role="region" aria-label={say("forms.title")} tabIndex={0}>
        <table className={css.table}>
          <thead>
            <tr>
              <th scope="col">{say("forms.field")}</th>
              {columns.map((column) => (
                <th key={`${column.element} ${column.path.join(".")}`} scope="col">
                  <small>{[stageOf(column), say(`forms.kind.${column.kind}`)].filter(Boolean).join(" · ")}</small>
                  {nameOf(column)}
                </th>
              ))}
            </tr>
          </thead>
          <tbody>
            {rows.map((field) => (
              <tr key={field}>
                <th scope="row">{labelOf(field)}</th>
                {columns.map((column) => {
                  const access = column.form.find(({ path }) => path === field)?.access ?? "";
                  return (
                    <td key={`${column.element} ${column.path.join(".")}`} data-access={access}>
                      <select
                        aria-label={say("forms.cell", { field: labelOf(field), step: nameOf(column) })}
                        disabled={readOnly}
                        value={access}
                        onChange={(event) =>
                          write(
                            column,
                            field,
                            event.currentTarget.value === "" ? null : (event.currentTarget.value as Access),
                          )
                        }
                      >
                        <option value="">{say("forms.unnamed")}</option>
                        {accesses.map((each) => (
                          <option key={each} value={each}>
                            {say(`option.access.${each}`)}
                          </option>
                        ))}
                      </select>
                    </td>
                  );
                })}
              </tr>
            ))}
          </tbody>
        </table>
      </div>
      {!readOnly && (
        <Select
          className={css.add ?? ""}
          aria-label={say("form.add")}
          placeholder={say("form.add")}
          searchable
          data={everything.filter(({ value }) => !rows.includes(value))}
          value={null}
          onChange={(path) => path !== null && setAdded([...added, path])}
        />
      )}
    </>
  );
}
