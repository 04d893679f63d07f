import { sql, type Kysely } from "kysely";
import type { DB } from "../generated/database.ts";
import type { RecordType } from "../registry/recordType.ts";
import type { RecordTypes } from "../registry/recordTypes.ts";
import type { RecordRef, StoredRecord } from "../registry/storedRecord.ts";
import type { Locks } from "../transaction/locks.ts";
import type { LockMode, LockWish } from "../transaction/lockWish.ts";
import { readRow } from "./columns.ts";
import { readLines } from "./lineRows.ts";

type Row = Readonly<Record<string, unknown>>;

const keyOf = (ref: RecordRef): string => `${ref.type}:${ref.id}`;

const SUFFIX = { share: sql`FOR SHARE`, write: sql`FOR NO KEY UPDATE` } as const;

interface RecordStoreOf {
  readonly db: Kysely<DB>;
  readonly types: RecordTypes;
  /** Null on an unlocked snapshot: nothing is locked, nothing may be written. */
  readonly locks: Locks | null;
  /** What an earlier attempt found out it needs; taken in order with the first read. */
  readonly known?: readonly LockWish[];
}

/**
 * Reads records of one transaction, each locked before it is read, so that what was decided on still stands at the commit.
 *
 * A record is read once; what is written goes through `remember`. Reference data is read without a lock.
 */
export class RecordStore {
  readonly #of: RecordStoreOf;
  readonly #read = new Map<string, StoredRecord | null>();
  #waiting: readonly LockWish[];

  constructor(of: RecordStoreOf) {
    this.#of = of;
    this.#waiting = of.known ?? [];
  }

  /** The record as it stands, or null when it is not there (any more). */
  async find(ref: RecordRef, mode: LockMode): Promise<StoredRecord | null> {
    const { locks, types } = this.#of;
    await this.#takeKnown();
    const type = types.get(ref.type);
    const read = this.#read.get(keyOf(ref));
    if (locks === null || (type.isReference === true && mode === "share"))
      return read !== undefined ? read : this.#keep(ref, await this.#row(type, ref.id, sql``));
    const step = locks.stepFor({ ref, mode });
    if (step === "held" && read !== undefined) return read;
    const wait = step === "tryOnly" ? sql` SKIP LOCKED` : sql``;
    const row = await this.#row(type, ref.id, step === "held" ? sql`` : sql`${SUFFIX[mode]}${wait}`);
    if (row === null && step === "tryOnly" && (await this.#row(type, ref.id, sql``)) !== null)
      throw locks.outOfOrder({ ref, mode });
    if (row !== null) locks.taken({ ref, mode });
    return this.#keep(ref, row);
  }

  /** Keeps a record as this transaction has written it. */
  remember(record: StoredRecord): void {
    this.#read.set(keyOf(record), record);
  }

  /** Reads it again when it is asked for next: somebody else may have changed it. */
  forget(ref: RecordRef): void {
    this.#read.delete(keyOf(ref));
  }

  async #takeKnown(): Promise<void> {
    const waiting = this.#waiting;
    this.#waiting = [];
    for (const { ref, mode } of waiting) await this.find(ref, mode);
  }

  async #row(type: RecordType, id: string, suffix: ReturnType<typeof sql>): Promise<Row | null> {
    const { rows } = await sql<Row>`SELECT * FROM ${sql.table(type.table)} WHERE id = ${id} ${suffix}`.execute(
      this.#of.db,
    );
    return rows[0] ?? null;
  }

  async #keep(ref: RecordRef, row: Row | null): Promise<StoredRecord | null> {
    const type = this.#of.types.get(ref.type);
    const record =
      row === null || (row["deleted_at"] ?? null) !== null
        ? null
        : {
            type: ref.type,
            id: ref.id,
            version: row["version"] as number,
            fields: { ...readRow(type, row), ...(await readLines(this.#of.db, type, ref.id)) },
          };
    this.#read.set(keyOf(ref), record);
    return record;
  }
}
