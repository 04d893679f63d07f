import { z } from "zod";

/** What every list takes: an opaque cursor of its own making and a page size of at most 100. */
export const pageInput = z.object({
  cursor: z.string().max(2_000).nullish(),
  limit: z.int().min(1).max(100).default(50),
});

/** By what a list may be sorted, and which way. */
export const sortBy = <const Field extends string>(fields: readonly [Field, ...Field[]]) =>
  z.strictObject({ field: z.enum(fields), direction: z.enum(["asc", "desc"]) });

/** One page of a list; `nextCursor` is null on the last. */
export const pageOf = <T extends z.ZodType>(item: T) =>
  z.object({ items: z.array(item), nextCursor: z.string().nullable() });
export interface Page<T> {
  readonly items: T[];
  readonly nextCursor: string | null;
}
