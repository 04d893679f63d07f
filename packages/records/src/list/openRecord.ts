import { noteRead } from "../audit/noteRead.ts";
import type { RecordRef } from "../registry/storedRecord.ts";
import { getRecord, type RecordView } from "./getRecord.ts";
import type { Reads } from "./reads.ts";

/** Records of other people whose opening is kept. */
const WATCHED: ReadonlySet<string> = new Set(["customer", "contact"]);

/**
 * One record as a person opens it: as `getRecord`, and it is kept in the audit trail when the customer is someone else's.
 *
 * @problem NOT_FOUND - there is none, or they may not read it
 */
export const openRecord = async (reads: Reads, ref: RecordRef, personId: string): Promise<RecordView> => {
  const view = await getRecord(reads, ref, personId);
  if (WATCHED.has(ref.type) && view.fields["owner"] !== personId)
    await noteRead(reads, { personId, action: "opened", ref });
  return view;
};
