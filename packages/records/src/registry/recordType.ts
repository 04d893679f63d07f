import type { RecordSchema } from "@sluice/domain";
import type { Problem } from "@sluice/problems";
import type { Json } from "@sluice/process";
import type { FactContext, WriteContext } from "./recordContext.ts";
import type { Fields, StoredRecord } from "./storedRecord.ts";

/** Where the lines of a `lines` field are kept: a table of its own with `id`, `position` and a column for each line field. */
export interface LineTable {
  readonly table: string;
  /** The column that holds the record's id. */
  readonly parent: string;
}

/** A value that no column holds (`costSheet.valid`), made from records read through `ctx`, so that each is locked and watched. */
export type DerivedFact = (record: StoredRecord, ctx: FactContext) => Promise<Json>;

/** A domain rule for one record; every unmet condition at once. Reads through `ctx` only. */
export type RecordRule = (record: StoredRecord, ctx: FactContext) => Promise<readonly Problem[]>;

/** What a type's own check of a draft found, and the derived fields it computed (`total`, `tokens`' sources, …). */
export interface Settled {
  readonly problems: readonly Problem[];
  readonly derived: Fields;
}

/**
 * A record type as the door knows it.
 *
 * The door itself locks, authorises, checks the fields against the schema, keeps numbers, versions, audit and stages, and
 * reads and writes the columns: a field `validUntil` is the column `valid_until`, a reference `customer` is `customer_id`.
 */
export interface RecordType {
  readonly schema: RecordSchema;
  readonly table: string;
  /** Locks are taken in this order of types: what hangs on others first (sheet, quote, … customer, product). */
  readonly rank: number;
  /** Reference data (products, price books): read unlocked, watched all the same. */
  readonly isReference?: boolean;
  readonly lines?: Readonly<Record<string, LineTable>>;
  /** The sequence that its numbers come from: they may have gaps, and nobody waits for another's commit. Without it they have none. */
  readonly numberSequence?: string;
  /** Checks a draft beyond the schema and computes what is derived. Runs under the record's lock, before it is written. */
  readonly settle?: (draft: StoredRecord, before: StoredRecord | null, ctx: FactContext) => Promise<Settled>;
  /** What a write brings about elsewhere in the same transaction (a new sheet becomes its quote's newest). */
  readonly afterWrite?: (record: StoredRecord, before: StoredRecord | null, ctx: WriteContext) => Promise<void>;
  /** What stands against taking a record away, beside rights and open cases. */
  readonly mayDelete?: (record: StoredRecord, ctx: FactContext) => Promise<readonly Problem[]>;
  /** The fields that stay as somebody outside was told them; a write that changes one is refused by `settle`. */
  readonly toldFields?: (record: StoredRecord) => readonly string[];
  /** Columns that are no fields (search tokens). */
  readonly extraColumns?: (record: StoredRecord) => Readonly<Record<string, unknown>>;
  readonly derivedFacts?: Readonly<Record<string, DerivedFact>>;
  readonly rules?: Readonly<Record<string, RecordRule>>;
  /** Milestone → the rules that must hold when a case of this record reaches it, whoever moved it. */
  readonly controlPoints?: Readonly<Record<string, readonly string[]>>;
}
