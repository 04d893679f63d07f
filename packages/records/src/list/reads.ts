import { rightsRules, type RightsRule } from "@sluice/domain";
import type { Kysely } from "kysely";
import type pg from "pg";
import type { DB } from "../generated/database.ts";
import { businessRecordTypes } from "../recordTypes.ts";
import { LiveRegistry } from "../registry/liveRegistry.ts";
import type { RecordType } from "../registry/recordType.ts";
import type { RecordTypes } from "../registry/recordTypes.ts";
import { kyselyOnPool } from "../transaction/kyselyOnPool.ts";

/** What reading leans on: the database, the record types and the table of rights. Nothing here locks or writes. */
export interface Reads {
  readonly db: Kysely<DB>;
  readonly types: RecordTypes;
  readonly rights: readonly RightsRule[];
  /** What `types` and `rights` come from; `askerOf` brings it up to what stands. */
  readonly registry: LiveRegistry;
}

/** Reads through a pool made by `createPool`. The pool stays its maker's to end. */
export const createReads = (
  pool: pg.Pool,
  {
    types = businessRecordTypes,
    rights = rightsRules,
  }: { readonly types?: readonly RecordType[]; readonly rights?: readonly RightsRule[] } = {},
): Reads => {
  const registry = new LiveRegistry(types, rights);
  return {
    db: kyselyOnPool(pool),
    types: registry.types,
    get rights() {
      return registry.rights;
    },
    registry,
  };
};
