import type { LocalText } from "@sluice/problems";
import { listRecords } from "./listRecords.ts";
import type { Reads } from "./reads.ts";

/** Something that was found, in two lines. */
export interface Found {
  readonly type: string;
  readonly id: string;
  readonly title: string;
  readonly subtitle: string | LocalText;
}

const FEW = 5;

/** Finds a few records of every type by what someone typed: only what they may read. An empty search finds nothing. */
export const searchRecords = async (reads: Reads, typed: string, personId: string): Promise<readonly Found[]> => {
  if (typed.trim() === "") return [];
  const pages = await Promise.all(
    reads.types.all.map(async ({ schema }) => ({
      schema,
      page: await listRecords(reads, { type: schema.type, personId, limit: FEW, filter: { q: typed } }),
    })),
  );
  return pages.flatMap(({ schema, page }) =>
    page.items.map(({ id, title, number, refs }) => ({
      type: schema.type,
      id,
      title,
      subtitle: number ?? refs["customer"]?.title ?? schema.label,
    })),
  );
};
