import { problem, Refusal } from "@sluice/problems";
import { currentTypes } from "../list/currentTypes.ts";
import type { Reads } from "../list/reads.ts";
import { type FieldUse, usesOfField } from "./fieldUse.ts";

/**
 * What speaks of a custom field, to be looked at before it is put away.
 *
 * @problem NOT_FOUND - there is no such field
 */
export const listFieldUses = async (reads: Reads, id: string): Promise<readonly FieldUse[]> => {
  const row = await reads.db.selectFrom("field").select(["record_type", "key"]).where("id", "=", id).executeTakeFirst();
  if (row === undefined) throw new Refusal([problem("NOT_FOUND", { recordType: "field" })]);
  const types = await currentTypes(reads);
  return usesOfField(reads.db, { types }, { recordType: row.record_type, key: row.key });
};
