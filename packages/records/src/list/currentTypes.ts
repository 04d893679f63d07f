import type { RecordTypes } from "../registry/recordTypes.ts";
import type { Reads } from "./reads.ts";

/** The record types as they stand now, for what is asked by no person in particular: the catalogue, the checks of processes. */
export const currentTypes = async (reads: Reads): Promise<RecordTypes> => {
  const row = await reads.db.selectFrom("field_revision").select("revision").executeTakeFirst();
  await reads.registry.reach(row?.revision ?? 0, reads.db);
  return reads.types;
};
