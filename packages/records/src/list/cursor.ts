import { isStorableText, parseDate, parseInstant, type FieldSchema } from "@sluice/domain";
import { problem, Refusal } from "@sluice/problems";
import type { RecordType } from "../registry/recordType.ts";
import type { Place } from "./place.ts";
import type { Sort } from "./sort.ts";

/** A place as the client holds it: it fits only the sort that it was made for. */
export const cursorOf = (sort: Sort, place: Place): string =>
  Buffer.from(JSON.stringify([sort.field, sort.direction, place.value, place.id])).toString("base64url");

const refused = (): Refusal => new Refusal([problem("INPUT_INVALID", { field: "cursor", reason: "notACursor" })]);

const UUID = /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/u;
const DECIMAL = /^-?\d{1,30}(\.\d{1,12})?$/u;

/** Whether a field could hold this value: what stands in a cursor comes from outside. */
const isOfField = (value: string | null, { type }: FieldSchema): boolean => {
  if (value === null) return true;
  switch (type) {
    case "instant":
      return parseInstant(value) !== null;
    case "date":
      return parseDate(value) !== null;
    case "integer":
    case "decimal":
    case "share":
    case "money":
      return DECIMAL.test(value);
    case "boolean":
      return value === "true" || value === "false";
    case "reference":
      return UUID.test(value);
    case "text":
    case "longText":
    case "choice":
    case "multiChoice":
    case "lines":
    case "localText":
      return isStorableText(value);
  }
};

const parse = (cursor: string): unknown => {
  try {
    return JSON.parse(Buffer.from(cursor, "base64url").toString("utf8"));
  } catch {
    throw refused();
  }
};

/**
 * The place that a cursor names.
 *
 * @problem INPUT_INVALID - it is none, or was made for another sort
 */
export const placeOf = (sort: Sort, cursor: string, type: RecordType): Place => {
  const parts = parse(cursor);
  if (!Array.isArray(parts)) throw refused();
  const [field, direction, value, id]: unknown[] = parts;
  const fits =
    field === sort.field &&
    direction === sort.direction &&
    typeof id === "string" &&
    (value === null || typeof value === "string");
  const sorted = type.schema.fields[sort.field];
  if (!fits || sorted === undefined || !isOfField(value, sorted) || !UUID.test(id)) throw refused();
  return { value, id };
};
