import { problem, Refusal } from "@sluice/problems";
import { sql, type RawBuilder } from "kysely";
import { comparable, fieldSql } from "../record/fieldSql.ts";
import type { RecordType } from "../registry/recordType.ts";
import type { Place } from "./place.ts";

/** How a list is sorted; the id decides between equals, so every row has its one place. */
export interface Sort {
  readonly field: string;
  readonly direction: "asc" | "desc";
}

export const DEFAULT_SORT: Sort = { field: "createdAt", direction: "desc" };

/** A sort in SQL: the order, and the tests for what comes after a place. */
export interface SortSql {
  readonly order: RawBuilder<unknown>;
  /** One test for each stretch of the index that is still to come, in their order: an OR over them would read all of it. */
  after(place: Place): readonly RawBuilder<boolean>[];
}

const NEVER_EMPTY = new Set(["createdAt", "updatedAt", "number"]);

/** Each value belongs to one row, by a unique index: no id has to decide, and Postgres need not sort by it. */
const UNIQUE = new Set(["number", "sku"]);

/** Lists are not sorted by that field, or not for this reader. */
export const notSortable = (given: string): Refusal =>
  new Refusal([problem("INPUT_INVALID", { field: "sort", reason: "notSortable", given })]);

/**
 * Turns a sort into SQL that its index answers. Empty values come last going up, first going down.
 *
 * @problem FIELD_INDEXING - lists wait for the field's index
 * @problem INPUT_INVALID - lists of this type are not sorted by that field
 */
export const sortToSql = (sort: Sort, type: RecordType): SortSql => {
  const field = type.schema.fields[sort.field];
  if (field?.indexing === true) throw new Refusal([problem("FIELD_INDEXING", { field: sort.field })]);
  if (field?.sortable !== true) throw notSortable(sort.field);
  const [it, id] = [fieldSql(sort.field, field), sql.ref("it.id")];
  const isUnique = UNIQUE.has(sort.field);
  const canBeEmpty = (field.required !== true || field.custom === true) && !NEVER_EMPTY.has(sort.field);
  const beyond = sort.direction === "asc" ? sql`>` : sql`<`;
  const way = sort.direction === "asc" ? sql`ASC` : sql`DESC`;
  const further = ({ value, id: last }: Place): RawBuilder<boolean> =>
    isUnique
      ? sql<boolean>`${it} ${beyond} ${value}`
      : sql<boolean>`(${it}, ${id}) ${beyond} (${comparable(field, value)}, ${last}::uuid)`;
  const amongEmpty = ({ id: last }: Place): RawBuilder<boolean> =>
    sql<boolean>`(${it} IS NULL AND ${id} ${beyond} ${last}::uuid)`;
  const order = isUnique ? sql`${it} ${way}` : sql`${it} ${way}, ${id} ${way}`;
  if (sort.direction === "asc") {
    return {
      order,
      after: (place) => {
        if (place.value === null) return [amongEmpty(place)];
        return canBeEmpty ? [further(place), sql<boolean>`${it} IS NULL`] : [further(place)];
      },
    };
  }
  return {
    order,
    after: (place) => (place.value === null ? [amongEmpty(place), sql<boolean>`${it} IS NOT NULL`] : [further(place)]),
  };
};
