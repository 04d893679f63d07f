import type { RecordRef } from "../registry/storedRecord.ts";

/** `share` for what decides, `write` for what is written. */
export type LockMode = "share" | "write";

export interface LockWish {
  readonly ref: RecordRef;
  readonly mode: LockMode;
}
