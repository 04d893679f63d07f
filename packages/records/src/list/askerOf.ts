import { readAsker, type Asker } from "../person/asker.ts";
import type { Reads } from "./reads.ts";

/**
 * Who reads, once the record types are those that stand now: every reading by a person begins with it.
 *
 * @problem SIGN_IN_REQUIRED, PERSON_INACTIVE - as `readAsker` says
 */
export const askerOf = async (reads: Reads, personId: string): Promise<Asker> => {
  const asker = await readAsker(reads.db, personId);
  await reads.registry.reach(asker.fieldsRevision, reads.db);
  return asker;
};
