import type { CustomField, CustomFieldSettings } from "@sluice/domain";
import type { Reads } from "../list/reads.ts";

/** A custom field as its keepers see it, with what they change it by. */
export interface KeptField {
  readonly id: string;
  readonly recordType: string;
  readonly key: string;
  readonly version: number;
  readonly archived: CustomField["archived"];
  /** Lists wait for its index, or wait in vain. */
  readonly index: "none" | "building" | "built" | "failed";
  readonly settings: CustomFieldSettings;
}

const INDEX: Readonly<Record<string, KeptField["index"]>> = { wanted: "building", built: "built", failed: "failed" };

/**
 * The custom fields of a record type, in the order in which they were added; those put away are among them.
 *
 * @problem NOT_FOUND - there is no such record type
 */
export const listFields = async ({ db, types }: Reads, recordType: string): Promise<readonly KeptField[]> => {
  types.get(recordType);
  const rows = await db
    .selectFrom("field")
    .select(["id", "record_type", "key", "version", "archived", "index_state", "settings"])
    .where("record_type", "=", recordType)
    .orderBy("id")
    .execute();
  return rows.map((row) => ({
    id: row.id,
    recordType: row.record_type,
    key: row.key,
    version: row.version,
    archived: row.archived,
    index: INDEX[row.index_state] ?? "none",
    settings: row.settings as CustomFieldSettings,
  }));
};
