import type { StoredRecord } from "../registry/storedRecord.ts";
import type { Authorship } from "./authorship.ts";

/** A record that a transaction wrote, as it leaves it. */
export interface ChangedRecord {
  readonly record: StoredRecord;
  readonly how: "create" | "patch" | "delete" | "restore";
  readonly by: Authorship;
}
