import type { FieldSchema, FieldType } from "@sluice/domain";
import { sql, type RawBuilder } from "kysely";
import { columnOf } from "./columns.ts";

/** How the values of a type are compared: as numbers, as people read names, or sign by sign. */
const comparedAs = (type: FieldType): "number" | "name" | "signs" | "list" => {
  switch (type) {
    case "integer":
    case "decimal":
    case "share":
    case "money":
      return "number";
    case "text":
    case "longText":
    case "localText":
      return "name";
    case "multiChoice":
    case "lines":
      return "list";
    case "date":
    case "instant":
    case "boolean":
    case "choice":
    case "reference":
      return "signs";
  }
};

/**
 * A field of a record as lists compare and sort by it; the record's table goes by `it`.
 *
 * A custom field is read out of the column they share, exactly as the owner's job builds its index (`fieldIndexes`): what is
 * written otherwise here is not answered by it. Keys are literals, so that the index is found. Texts count to the length that
 * an index row holds: what is offered to lists is no longer, but for texts from before it was offered.
 */
export const fieldSql = (path: string, field: FieldSchema): RawBuilder<unknown> => {
  if (field.custom !== true) return sql`${sql.ref(`it.${columnOf(path, field)}`)}`;
  const text = sql`(it.custom ->> ${sql.lit(path)})`;
  switch (comparedAs(field.type)) {
    case "number":
      return sql`(${text}::numeric)`;
    case "name":
      return sql`(left(${text}, 500) COLLATE "zh-x-icu")`;
    case "signs":
      return sql`(${text} COLLATE "C")`;
    case "list":
      return sql`(it.custom -> ${sql.lit(path)})`;
  }
};

/** A value to compare such a field with. */
export const comparable = (field: FieldSchema, value: unknown): RawBuilder<unknown> => {
  if (field.custom !== true) return sql`${value}`;
  const text = typeof value === "string" || value === null ? value : JSON.stringify(value);
  return comparedAs(field.type) === "number" ? sql`${text}::numeric` : sql`${text}::text`;
};
