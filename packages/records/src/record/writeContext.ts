import type { WriteContext } from "../registry/recordContext.ts";
import type { Fields, StoredRecord } from "../registry/storedRecord.ts";
import type { DoorTransaction } from "../transaction/doorTransaction.ts";
import type { Authorship } from "./authorship.ts";

/** How a record is written: `writeRecord`, handed in by whoever is writing already. */
type Write = (
  tx: DoorTransaction,
  what: { readonly before: StoredRecord; readonly changes: Fields },
  by: Authorship,
) => Promise<StoredRecord>;

/** What a type's own code sees while one of its records is written: reads lock, writes go through the same door. */
export const writeContext = (tx: DoorTransaction, by: Authorship, write: Write): WriteContext => ({
  db: tx.db,
  at: by.at,
  caseId: by.step?.caseId ?? null,
  record: (ref) => tx.records.find(ref, "share"),
  watch: () => undefined,
  setFields: async (ref, fields) => {
    const record = await tx.records.find(ref, "write");
    if (record === null) throw new Error(`there is no ${ref.type} ${ref.id} to write to`);
    await write(tx, { before: record, changes: fields }, by);
  },
});
