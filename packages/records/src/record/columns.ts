import type { FieldSchema } from "@sluice/domain";
import type { Json } from "@sluice/process";
import type { RecordType } from "../registry/recordType.ts";
import type { Fields } from "../registry/storedRecord.ts";

const snake = (path: string): string => path.replaceAll(/[A-Z]/gu, (letter) => `_${letter.toLowerCase()}`);

/** The column of a field: `validUntil` is `valid_until`, the reference `customer` is `customer_id`. */
export const columnOf = (path: string, field: FieldSchema): string =>
  field.type === "reference" ? `${snake(path)}_id` : snake(path);

/** The machine's columns that every record table has and no schema needs to name. */
const KEPT: Readonly<Record<string, string>> = {
  createdAt: "created_at",
  createdBy: "created_by",
  updatedAt: "updated_at",
  updatedBy: "updated_by",
  deletedAt: "deleted_at",
};

type Row = Readonly<Record<string, unknown>>;

const withoutTrailingZeros = (decimal: string): string =>
  decimal.includes(".") ? decimal.replace(/\.?0+$/u, "") : decimal;

const readValue = (value: unknown, field: FieldSchema): Json => {
  if (value === null || value === undefined) return null;
  if ((field.type === "decimal" || field.type === "money" || field.type === "share") && typeof value === "string")
    return withoutTrailingZeros(value);
  return value as Json;
};

const writeValue = (value: Json, field: FieldSchema): unknown =>
  field.type === "localText" && value !== null ? JSON.stringify(value) : value;

/** The fields of a schema that stand in columns of the record's own table. */
export const storedFields = ({ schema, derivedFacts }: RecordType): readonly (readonly [string, FieldSchema])[] =>
  Object.entries(schema.fields).filter(
    ([path, field]) => field.type !== "lines" && field.custom !== true && derivedFacts?.[path] === undefined,
  );

/** The custom fields of a type: their values stand together in one column; those put away are read and never written. */
const customFields = ({ schema }: RecordType): readonly string[] =>
  [...Object.entries(schema.fields), ...Object.entries(schema.archivedFields ?? {})].flatMap(([path, field]) =>
    field.custom === true ? [path] : [],
  );

const readCustom = (type: RecordType, custom: unknown): Fields => {
  const values = typeof custom === "object" && custom !== null ? (custom as Fields) : {};
  return Object.fromEntries(customFields(type).map((path) => [path, values[path] ?? null]));
};

/** What changes in the column of the custom fields: values to put, keys to take out. Null when none of them is among these. */
export const customChanges = (
  { schema }: RecordType,
  values: Fields,
): { readonly put: Fields; readonly out: readonly string[] } | null => {
  const given = Object.entries(values).filter(([path]) => schema.fields[path]?.custom === true);
  if (given.length === 0) return null;
  return {
    put: Object.fromEntries(given.filter(([, value]) => value !== null)),
    out: given.filter(([, value]) => value === null).map(([path]) => path),
  };
};

/** Reads the values of a row of the record's own table. */
export const readRow = (type: RecordType, row: Row): Fields => ({
  ...Object.fromEntries(Object.entries(KEPT).map(([path, column]) => [path, (row[column] ?? null) as Json])),
  ...Object.fromEntries(
    storedFields(type).map(([path, field]) => [path, readValue(row[columnOf(path, field)], field)]),
  ),
  ...readCustom(type, row["custom"]),
});

/** The columns that hold the given values; paths without a column of their own are left out. */
export const writeRow = (type: RecordType, values: Fields): Record<string, unknown> => {
  const columns: Record<string, unknown> = {};
  for (const [path, field] of storedFields(type)) {
    const value = values[path];
    if (value !== undefined && KEPT[path] === undefined) columns[columnOf(path, field)] = writeValue(value, field);
  }
  return columns;
};

/** Reads one line of a `lines` field. */
export const readLine = (
  lineFields: Readonly<Record<string, FieldSchema>>,
  row: Row,
): { readonly [path: string]: Json } => ({
  id: row["id"] as string,
  ...Object.fromEntries(
    Object.entries(lineFields).map(([path, field]) => [path, readValue(row[columnOf(path, field)], field)]),
  ),
});

/** The columns that hold one line. */
export const writeLine = (lineFields: Readonly<Record<string, FieldSchema>>, line: Fields): Record<string, unknown> =>
  Object.fromEntries(
    Object.entries(lineFields).map(([path, field]) => [columnOf(path, field), writeValue(line[path] ?? null, field)]),
  );
