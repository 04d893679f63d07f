import { sql } from "kysely";
import { RecordStore } from "../record/recordStore.ts";
import type { FactContext } from "../registry/recordContext.ts";
import type { Reads } from "./reads.ts";

/** A look at the world as it stands now: nothing is locked, so what it answers may be old by the time it is read. */
export const snapshot = async (reads: Reads): Promise<FactContext> => {
  const store = new RecordStore({ db: reads.db, types: reads.types, locks: null });
  const { rows } = await sql<{ at: string }>`SELECT clock_timestamp() AS at`.execute(reads.db);
  return {
    db: reads.db,
    at: rows[0]?.at ?? new Date().toISOString(),
    record: (ref) => store.find(ref, "share"),
    watch: () => undefined,
  };
};
