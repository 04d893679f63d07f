import { isStorableText } from "@sluice/domain";
import { problem, Refusal } from "@sluice/problems";
import { z } from "zod";

const parts = z.array(z.string().max(400)).max(6);

/** Writes the place of a keyset page: the sort values of its last row. Opaque to whoever gets it. */
export const toCursor = (values: readonly string[]): string =>
  Buffer.from(JSON.stringify(values)).toString("base64url");

const kinds = {
  text: () => true,
  id: (text: string) => z.uuid().safeParse(text).success,
  instant: (text: string) => text === "infinity" || z.iso.datetime().safeParse(text).success,
} as const;

/** What stands at one place of a cursor. */
export type CursorPart = keyof typeof kinds;

/**
 * Reads a cursor back: one value of each kind.
 *
 * @problem INPUT_INVALID - it is not one of ours, or of another list
 */
export const fromCursor = (text: string, ofKinds: readonly CursorPart[]): readonly string[] => {
  const read = (): unknown => {
    try {
      return JSON.parse(Buffer.from(text, "base64url").toString("utf8"));
    } catch (cause) {
      if (cause instanceof SyntaxError) return null;
      throw cause;
    }
  };
  const parsed = parts.length(ofKinds.length).safeParse(read());
  const fits =
    parsed.success && parsed.data.every((part, at) => isStorableText(part) && kinds[ofKinds[at] ?? "text"](part));
  if (!parsed.success || !fits)
    throw new Refusal([problem("INPUT_INVALID", { field: "cursor", reason: "notACursor" })]);
  return parsed.data;
};

/** Cuts one row more than the page into a page and its cursor. */
export const pageFrom = <Row>(rows: readonly Row[], limit: number, placeOf: (row: Row) => readonly string[]) => {
  const items = rows.slice(0, limit);
  const last = items.at(-1);
  return { items, nextCursor: rows.length > limit && last !== undefined ? toCursor(placeOf(last)) : null };
};
