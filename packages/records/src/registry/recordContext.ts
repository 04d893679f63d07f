import type { Kysely } from "kysely";
import type { DB } from "../generated/database.ts";
import type { Fields, RecordRef, StoredRecord } from "./storedRecord.ts";

/**
 * How facts and rules look at the world.
 *
 * `record` locks what it reads for share (in a command) and notes it as watched, so that a decision never rests on what
 * someone is changing, and a waiting case hears of a later change. `db` is for reference data only: say `watch` for it.
 */
export interface FactContext {
  readonly db: Kysely<DB>;
  /** The event's time, ISO. */
  readonly at: string;
  record(ref: RecordRef): Promise<StoredRecord | null>;
  watch(ref: RecordRef): void;
}

/** What a type's `afterWrite` may do besides. */
export interface WriteContext extends FactContext {
  /** The case whose step writes; null when nobody's process does. */
  readonly caseId: string | null;
  /** Writes fields of another record of this transaction: locked, versioned, audited, its watchers told. */
  setFields(ref: RecordRef, fields: Fields): Promise<void>;
}
