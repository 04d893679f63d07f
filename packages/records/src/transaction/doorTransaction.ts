import type { Kysely } from "kysely";
import type { AuditLine } from "../audit/auditLine.ts";
import type { DB } from "../generated/database.ts";
import type { House } from "../house.ts";
import type { Authorship } from "../record/authorship.ts";
import type { ChangedRecord } from "../record/changedRecord.ts";
import type { RecordStore } from "../record/recordStore.ts";
import type { StoredRecord } from "../registry/storedRecord.ts";
import type { Locks } from "./locks.ts";
import type { Change } from "./news.ts";

/**
 * One transaction of the door, and what it will leave behind.
 *
 * What is only collected here (`audit`, `changes`, `changed`, `inboxOf`) is written in one go right before the commit.
 */
export interface DoorTransaction {
  readonly house: House;
  readonly db: Kysely<DB>;
  readonly locks: Locks;
  readonly records: RecordStore;
  readonly audit: AuditLine[];
  /** Records that a step made: the cases of their life cycles are born when everything else is written. */
  readonly births: { readonly record: StoredRecord; readonly by: Authorship }[];
  /** Told to everybody by NOTIFY. */
  readonly changes: Change[];
  /** Records written, by key: the cases that watch them hear of it through their inbox. */
  readonly changed: Map<string, ChangedRecord>;
  readonly inboxOf: Set<string>;
  /** Answers about the firm that do not change while it runs, by question: many records of one kind ask once. */
  readonly asked: Map<string, Promise<unknown>>;
  hasOutbox: boolean;
}
