import { problem, Refusal } from "@sluice/problems";
import type { Sort } from "./sort.ts";

/** The place in a list after which the next page begins: the sorted value and id of the last row shown. */
export interface Place {
  readonly value: string | null;
  readonly id: string;
}

/** A place as the client holds it: it fits only the sort that it was made for. */
export const cursorOf = (sort: Sort, place: Place): string =>
  Buffer.from(JSON.stringify([sort.field, sort.direction, place.value, place.id])).toString("base64url");

const refused = (): Refusal => new Refusal([problem("INPUT_INVALID", { field: "cursor", reason: "notACursor" })]);

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
export const placeOf = (sort: Sort, cursor: string): Place => {
  const parts = parse(cursor);
  if (!Array.isArray(parts)) throw refused();
  const [field, direction, value, id]: unknown[] = parts;
  const fits =
    field === sort.field &&
    direction === sort.direction &&
    typeof id === "string" &&
    (value === null || typeof value === "string");
  if (!fits || !/^[0-9a-f-]{36}$/u.test(id)) throw refused();
  return { value, id };
};
