import { ActionIcon, Button } from "@mantine/core";
import type { FieldSchema } from "@sluice/domain";
import type { Json } from "@sluice/process";
import { IconList, IconPlus, IconTrash } from "@tabler/icons-react";
import type { ReactNode } from "react";
import { useTranslation } from "react-i18next";
import { FieldValue } from "../../form/FieldValue.tsx";
import { useLanguage } from "../../i18n/useLanguage.ts";
import { EmptyState } from "../../states/EmptyState.tsx";
import { handleGridKey } from "./gridKeys.ts";
import type { Line } from "./Line.ts";
import { isLong, LineCell } from "./LineCell.tsx";
import css from "./LinesGrid.module.css";

interface LinesGridProps {
  readonly label: string;
  readonly fields: Readonly<Record<string, FieldSchema>>;
  /** The columns, in order. */
  readonly columns: readonly string[];
  readonly lines: readonly Line[];
  readonly currency: string | undefined;
  readonly canEdit: boolean;
  readonly onChange: (lines: readonly Line[]) => void;
  readonly aNewLine: () => Line;
  /** Errors by path: `lines.2.quantity`. */
  readonly errors: ReadonlyMap<string, string>;
  /** Where the lines stand in the record: `lines`, or what its schema calls them. */
  readonly path?: string;
  /** Columns that are drawn by the caller and never typed into: a product by its name. */
  readonly drawn?: Readonly<Record<string, (value: Json | undefined) => ReactNode>>;
  /** What a reference column offers. */
  readonly optionsOf?: (column: string) => readonly { readonly value: string; readonly label: string }[] | undefined;
  /** What stands beside "Add line": a product picker. */
  readonly picker?: ReactNode;
  /** More that one can do with all lines. */
  readonly acts?: ReactNode;
  /** Whether a line may begin empty. */
  readonly canAdd?: boolean;
}

const numeric: ReadonlySet<string> = new Set(["decimal", "money", "share", "integer"]);
const placeWidth = 34;
const growWidth = 170;
const widths: Partial<Record<FieldSchema["type"], number>> = {
  money: 102,
  reference: 124,
  choice: 104,
  decimal: 74,
  share: 74,
  text: 66,
};

const byColumn: Partial<Record<string, number>> = { minQuantity: 118, currency: 78, quoteLine: 150 };

/** Pixels of a column; null for the one that takes what is left. */
const widthOf = (column: string, field: FieldSchema): number | null =>
  isLong(field) || column === "product" ? null : (byColumn[column] ?? widths[field.type] ?? 78);

/** The lines of a record, typed into like a sheet: Tab, Enter, arrows; totals follow as one types. */
export function LinesGrid({
  label,
  fields,
  columns,
  lines,
  currency,
  canEdit,
  onChange,
  aNewLine,
  errors,
  path = "lines",
  drawn = {},
  optionsOf,
  picker,
  acts,
  canAdd = true,
}: LinesGridProps) {
  const { t } = useTranslation("form");
  const { local } = useLanguage();
  const shown = columns.flatMap((column) => (fields[column] === undefined ? [] : [{ column, field: fields[column] }]));
  const leastWidth = shown.reduce(
    (sum, { column, field }) => sum + (widthOf(column, field) ?? growWidth),
    2 * placeWidth,
  );
  const change = (row: number, column: string, value: Json): void =>
    onChange(lines.map((line, index) => (index === row ? { ...line, [column]: value } : line)));
  const remove = (row: number): void => onChange(lines.filter((_line, index) => index !== row));
  const add = (): void => onChange([...lines, aNewLine()]);

  return (
    <div className={css.frame}>
      <div
        className={css.scroll}
        {...(canEdit ? {} : { tabIndex: 0, role: "region", "aria-label": label })}
        onKeyDown={
          canEdit
            ? (event) => handleGridKey(event, { onBeyondLast: canAdd ? add : () => undefined, onRemove: remove })
            : undefined
        }
      >
        {lines.length === 0 ? (
          <EmptyState
            compact
            icon={IconList}
            title={t("linesEmpty")}
            {...(canEdit
              ? { text: t(picker === undefined ? "linesEmptyAdd" : canAdd ? "linesEmptyText" : "linesEmptyPick") }
              : {})}
          />
        ) : (
          <table className={css.table} aria-label={label} style={{ minWidth: leastWidth }}>
            <colgroup>
              <col style={{ width: placeWidth }} />
              {shown.map(({ column, field }) => (
                <col key={column} style={{ width: widthOf(column, field) ?? undefined }} />
              ))}
              {canEdit ? <col style={{ width: placeWidth }} /> : null}
            </colgroup>
            <thead>
              <tr>
                <th className={css.place} scope="col">
                  #
                </th>
                {shown.map(({ column, field }) => (
                  <th key={column} scope="col" data-end={numeric.has(field.type) || undefined}>
                    {local(field.label)}
                  </th>
                ))}
                {canEdit ? (
                  <th scope="col">
                    <span className="visuallyHidden">{t("remove")}</span>
                  </th>
                ) : null}
              </tr>
            </thead>
            <tbody>
              {lines.map((line, row) => (
                <tr key={typeof line.id === "string" ? line.id : `new${row}`}>
                  <td className={`${css.place} num`}>{row + 1}</td>
                  {shown.map(({ column, field }) => {
                    const isEnd = numeric.has(field.type) || undefined;
                    const draw = drawn[column];
                    if (draw !== undefined)
                      return (
                        <td key={column} className={css.still} data-long>
                          {draw(line[column])}
                        </td>
                      );
                    if (!canEdit || field.derived === true) {
                      const option = optionsOf?.(column)?.find((it) => it.value === line[column]);
                      return (
                        <td key={column} className={css.still} data-end={isEnd} data-long={isLong(field) || undefined}>
                          {column === "currency" && typeof line[column] === "string" ? (
                            line[column]
                          ) : option === undefined ? (
                            <FieldValue field={field} value={line[column]} currency={currency} />
                          ) : (
                            option.label
                          )}
                        </td>
                      );
                    }
                    return (
                      <td key={column} className={css.cell} data-end={isEnd} data-row={row} data-column={column}>
                        <LineCell
                          field={field}
                          value={line[column]}
                          label={`${local(field.label)}, ${t("line")} ${row + 1}`}
                          error={errors.get(`${path}.${row}.${column}`)}
                          options={optionsOf?.(column)}
                          onChange={(value) => change(row, column, value)}
                        />
                      </td>
                    );
                  })}
                  {canEdit ? (
                    <td>
                      <ActionIcon aria-label={t("removeLine", { line: row + 1 })} onClick={() => remove(row)}>
                        <IconTrash size={15} stroke={1.7} />
                      </ActionIcon>
                    </td>
                  ) : null}
                </tr>
              ))}
            </tbody>
          </table>
        )}
      </div>
      {canEdit ? (
        <div className={css.foot}>
          {picker === undefined ? null : <div className={css.picker}>{picker}</div>}
          {canAdd ? (
            <Button variant="default" leftSection={<IconPlus size={14} />} onClick={add}>
              {t("addLine")}
            </Button>
          ) : null}
          {acts}
          <span className={css.hint}>{t("linesKeys")}</span>
        </div>
      ) : null}
    </div>
  );
}
