import { listRecords, type Reads } from "@sluice/records";
import { namesOf } from "../people/namesOf.ts";
import type { Reader } from "../reader.ts";
import type { DeletedListInput, DeletedPage } from "./recordShapes.ts";
import { titleFor } from "./titleFor.ts";

const text = (value: unknown): string | null => (typeof value === "string" ? value : null);

/** A page of deleted records, newest deletion first: those that the reader may bring back. Nothing changes a record after its deletion. */
export const readDeleted = async (
  reads: Reads,
  type: string,
  { cursor, limit, q }: DeletedListInput,
  reader: Reader,
): Promise<DeletedPage> => {
  const page = await listRecords(reads, {
    type,
    personId: reader.personId,
    deleted: true,
    limit,
    sort: { field: "updatedAt", direction: "desc" },
    ...(cursor ? { cursor } : {}),
    ...(q === undefined || q.trim() === "" ? {} : { filter: { q } }),
  });
  const nameOf = await namesOf(
    reads.db,
    page.items.map((row) => text(row.fields["updatedBy"])),
  );
  return {
    items: page.items.map((row) => ({
      id: row.id,
      number: row.number ?? null,
      title: titleFor(row, reader),
      version: row.version,
      deletedAt: text(row.fields["updatedAt"]) ?? "",
      deletedBy: nameOf(text(row.fields["updatedBy"])),
    })),
    nextCursor: page.nextCursor,
  };
};
