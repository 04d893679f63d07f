import type { Layout, LayoutSection } from "@sluice/domain";
import type { Reads } from "../list/reads.ts";

/** A layout as it is kept: of which record type, and for which role (null: everybody). Without sections it is the usual one. */
export interface KeptLayout extends Layout {
  readonly recordType: string;
  readonly role: string | null;
  readonly version: number;
}

/**
 * Every layout that was ever saved, a few for each record type, or those of one.
 *
 * @problem NOT_FOUND - there is no such record type
 */
export const listLayouts = async ({ db, types }: Reads, recordType?: string): Promise<readonly KeptLayout[]> => {
  if (recordType !== undefined) types.get(recordType);
  const rows = await db
    .selectFrom("layout")
    .selectAll()
    .$if(recordType !== undefined, (query) => query.where("record_type", "=", String(recordType)))
    .orderBy("record_type")
    .orderBy("role")
    .execute();
  return rows.map((row) => ({
    recordType: row.record_type,
    role: row.role === "" ? null : row.role,
    version: row.version,
    sections: row.sections as readonly LayoutSection[],
    hidden: row.hidden,
  }));
};
