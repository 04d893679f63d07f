import type { FactKey, Json } from "@sluice/process";
import type { Kysely } from "kysely";
import type { DB } from "../../generated/database.ts";
import type { House } from "../../house.ts";
import type { RecordStore } from "../../record/recordStore.ts";
import type { FactContext } from "../../registry/recordContext.ts";
import type { RecordRef, StoredRecord } from "../../registry/storedRecord.ts";

/** What facts are loaded from and for: the case's record, in a transaction or on an unlocked snapshot. */
export interface FactSource {
  readonly house: House;
  readonly db: Kysely<DB>;
  readonly records: RecordStore;
  readonly record: RecordRef;
  /** The case itself; null before there is one, or where nobody asks what it has done. */
  readonly caseId: string | null;
  readonly initiatorId: string | null;
  readonly at: string;
  /** False on a snapshot: nothing may be counted or written. */
  readonly isCommand: boolean;
  /** What each fact was read from: what a waiting condition is to watch. */
  readonly readFrom: Map<FactKey, readonly RecordRef[]>;
}

/** The way one fact looks at the world; what it read is in `read`. */
export interface FactLook extends FactContext {
  readonly read: readonly RecordRef[];
}

export const factLook = (source: FactSource): FactLook => {
  const read = new Map<string, RecordRef>();
  const watch = (ref: RecordRef): void => {
    read.set(`${ref.type}:${ref.id}`, { type: ref.type, id: ref.id });
  };
  return {
    db: source.db,
    at: source.at,
    watch,
    record: (ref) => {
      watch(ref);
      return source.records.find(ref, "share");
    },
    get read() {
      return [...read.values()];
    },
  };
};

/** The case's record. A case whose record is gone cannot be decided on. */
export const recordOf = async (source: FactSource, look: FactContext): Promise<StoredRecord> => {
  const record = await look.record(source.record);
  if (record === null) throw new Error(`the ${source.record.type} ${source.record.id} of a case is not there`);
  return record;
};

export type FactLoader<Fact> = (fact: Fact, source: FactSource, look: FactLook) => Promise<Json>;
