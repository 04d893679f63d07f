import type { FactKey, Facts } from "@sluice/process";
import type { House } from "../../house.ts";
import { RecordStore } from "../../record/recordStore.ts";
import type { RecordRef } from "../../registry/storedRecord.ts";
import { connect } from "../../transaction/connect.ts";
import { kyselyOn } from "../../transaction/kyselyOn.ts";
import { loadFacts } from "./loadFacts.ts";

/** Answers questions about a record as it stands now: unlocked, nothing counted, nothing watched. For previews and what-if. */
export const lookUpFacts = async (
  house: House,
  keys: readonly FactKey[],
  about: { readonly record: RecordRef; readonly initiatorId: string | null; readonly at: string },
): Promise<Facts> => {
  const client = await connect(house.pool);
  try {
    const db = kyselyOn(client);
    const records = new RecordStore({ db, types: house.types, locks: null });
    return await loadFacts(keys, { ...about, caseId: null, house, db, records, isCommand: false, readFrom: new Map() });
  } finally {
    client.release();
  }
};
