import { problem, Refusal } from "@sluice/problems";
import { sql, type RawBuilder } from "kysely";
import { columnOf } from "../record/columns.ts";
import type { RecordType } from "../registry/recordType.ts";
import type { Place } from "./cursor.ts";

/** How a list is sorted; the id decides between equals, so every row has its one place. */
export interface Sort {
  readonly field: string;
  readonly direction: "asc" | "desc";
}

export const DEFAULT_SORT: Sort = { field: "createdAt", direction: "desc" };

/** A sort in SQL: its column, the order, and the test for what comes after a place. */
export interface SortSql {
  readonly column: string;
  readonly order: RawBuilder<unknown>;
  after(place: Place): RawBuilder<boolean>;
}

const NEVER_EMPTY = new Set(["createdAt", "updatedAt", "number"]);

/**
 * Turns a sort into SQL that its index answers. Empty values come last going up, first going down.
 *
 * @problem INPUT_INVALID - lists of this type are not sorted by that field
 */
export const sortToSql = (sort: Sort, type: RecordType): SortSql => {
  const field = type.schema.fields[sort.field];
  if (field?.sortable !== true)
    throw new Refusal([problem("INPUT_INVALID", { field: "sort", reason: "notSortable", given: sort.field })]);
  const column = columnOf(sort.field, field);
  const [it, id] = [sql.ref(`it.${column}`), sql.ref("it.id")];
  const canBeEmpty = field.required !== true && !NEVER_EMPTY.has(sort.field);
  if (sort.direction === "asc") {
    return {
      column,
      order: sql`${it} ASC, ${id} ASC`,
      after: ({ value, id: last }) => {
        if (value === null) return sql<boolean>`(${it} IS NULL AND ${id} > ${last})`;
        const further = sql<boolean>`(${it}, ${id}) > (${value}, ${last}::uuid)`;
        return canBeEmpty ? sql<boolean>`(${further} OR ${it} IS NULL)` : further;
      },
    };
  }
  return {
    column,
    order: sql`${it} DESC, ${id} DESC`,
    after: ({ value, id: last }) =>
      value === null
        ? sql<boolean>`((${it} IS NULL AND ${id} < ${last}) OR ${it} IS NOT NULL)`
        : sql<boolean>`(${it}, ${id}) < (${value}, ${last}::uuid)`,
  };
};
