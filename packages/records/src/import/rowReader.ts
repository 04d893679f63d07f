import { validateFields, type RecordSchema } from "@sluice/domain";
import { problem, type Problem } from "@sluice/problems";
import type { Json } from "@sluice/process";
import type { Fields } from "../registry/storedRecord.ts";
import { cellValue } from "./cellValue.ts";
import { IMPORT_LIMITS } from "./importLimits.ts";
import type { ColumnMapping } from "./suggestMapping.ts";

/** What stands against one row, and in which column of the file. Rows are numbered as in the file, its head being row 1. */
export interface RowProblem {
  readonly row: number;
  readonly column: string | null;
  readonly problem: Problem;
}

export interface ReadRow {
  readonly row: number;
  readonly fields: Fields;
}

/** A problem with the file itself; `reason` says which. */
export const fileProblem = (reason: string, values: Readonly<Record<string, string | number>> = {}): Problem =>
  problem("INPUT_INVALID", { field: "file", reason, ...values });

const fieldOf = ({ values }: Problem): string => (typeof values["field"] === "string" ? values["field"] : "");

/** What a row says: the defaults of fields that it says nothing of are the door's to fill in. */
const spokenOf = (values: Fields, given: Fields): Fields =>
  Object.fromEntries(Object.entries(values).filter(([path]) => Object.hasOwn(given, path)));

interface RowsOf {
  readonly schema: RecordSchema;
  readonly uniqueField: string | null;
  readonly defaults: Fields;
}

interface Columns {
  readonly columns: readonly string[];
  readonly mapping: ColumnMapping;
  readonly delimiter: string;
}

/** Reads rows one after the other as if someone had typed them; remembers the keys it has met, so that the second is a duplicate. */
export class RowReader {
  readonly #order: RowsOf;
  readonly #head: Columns;
  readonly #seen = new Map<Json, number>();

  constructor(order: RowsOf, head: Columns) {
    this.#order = order;
    this.#head = head;
  }

  read(row: number, cells: readonly string[]): { readonly fields: Fields; readonly problems: readonly RowProblem[] } {
    const { schema, defaults } = this.#order;
    const { columns, mapping, delimiter } = this.#head;
    const given: Record<string, Json> = { ...defaults };
    const columnOf = new Map<string, string>();
    const tooLong = cells.findIndex((cell) => cell.length > IMPORT_LIMITS.cellCharacters);
    if (tooLong >= 0)
      return {
        fields: {},
        problems: [
          {
            row,
            column: columns[tooLong] ?? null,
            problem: fileProblem("cellTooLong", { limit: IMPORT_LIMITS.cellCharacters }),
          },
        ],
      };
    for (const [index, column] of columns.entries()) {
      const path = mapping[column] ?? null;
      const field = path === null || !Object.hasOwn(schema.fields, path) ? undefined : schema.fields[path];
      if (path === null || field === undefined) continue;
      columnOf.set(path, column);
      const value = cellValue(cells[index] ?? "", field, delimiter);
      if (value !== null) given[path] = value;
    }
    const { problems, values } = validateFields(schema, given, "create");
    const ofRow = problems.map((it): RowProblem => ({
      row,
      column: columnOf.get(fieldOf(it)) ?? null,
      problem: it,
    }));
    const extra =
      cells.length > columns.length
        ? [{ row, column: null, problem: fileProblem("tooManyCells", { limit: columns.length }) }]
        : [];
    return {
      fields: spokenOf(values, given),
      problems: [...ofRow, ...extra, ...this.#repeated(row, values, columnOf)],
    };
  }

  #repeated(row: number, values: Fields, columnOf: ReadonlyMap<string, string>): readonly RowProblem[] {
    const { uniqueField } = this.#order;
    const value = uniqueField === null ? null : (values[uniqueField] ?? null);
    if (uniqueField === null || value === null) return [];
    const first = this.#seen.get(value);
    if (first === undefined) {
      this.#seen.set(value, row);
      return [];
    }
    return [
      {
        row,
        column: columnOf.get(uniqueField) ?? null,
        problem: problem("DUPLICATE", { field: uniqueField, value: value, row: first }),
      },
    ];
  }
}
