import { problem, Refusal } from "@sluice/problems";
import { askerOf } from "../list/askerOf.ts";
import type { Reads } from "../list/reads.ts";
import { abilityOf } from "../rights/abilityOf.ts";

/**
 * Lets a person import records of a type, or not; each row meets the door's own check again.
 *
 * @problem NOT_ALLOWED - none of their roles creates such records
 */
export const authoriseImport = async (reads: Reads, type: string, personId: string): Promise<void> => {
  const ability = abilityOf(reads.rights, await askerOf(reads, personId));
  if (!ability.can("create", type)) throw new Refusal([problem("NOT_ALLOWED", { action: "create", recordType: type })]);
};
