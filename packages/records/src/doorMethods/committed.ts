import type { CaseInHand } from "../case/caseInHand.ts";
import type { Committed } from "../door.ts";
import type { StoredRecord } from "../registry/storedRecord.ts";
import type { DoorTransaction } from "../transaction/doorTransaction.ts";

/** What a command answers about the record and the case it left behind. */
export const committed = (record: StoredRecord | null, it: CaseInHand | null): Committed => ({
  caseId: it?.id ?? null,
  seq: it?.state.seq ?? null,
  recordType: record?.type ?? it?.recordType ?? null,
  recordId: record?.id ?? it?.recordId ?? null,
  version: record?.version ?? null,
});

/** What a command on a case answers: with its record as the transaction leaves it. */
export const committedCase = async (tx: DoorTransaction, it: CaseInHand): Promise<Committed> =>
  committed(await tx.records.find({ type: it.recordType, id: it.recordId }, "share"), it);
