import type { RecordSchema } from "@sluice/domain";
import type { Json } from "@sluice/process";

/** A line of a record as the grid holds it. `id` is missing while it is new. */
export type Line = Readonly<Record<string, Json>>;

/** Where a record type keeps its lines; null when it has none. */
export const linesPathOf = (schema: RecordSchema): string | null =>
  Object.entries(schema.fields).find(([, field]) => field.type === "lines")?.[0] ?? null;

/** Reads the lines of a record; whatever is not a line is left out. */
export const linesOf = (value: Json | undefined): readonly Line[] =>
  Array.isArray(value)
    ? value.filter((line): line is Line => typeof line === "object" && line !== null && !Array.isArray(line))
    : [];
