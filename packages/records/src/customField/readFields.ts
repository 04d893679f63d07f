import type { CustomField, CustomFieldSettings } from "@sluice/domain";
import { sql, type Kysely } from "kysely";
import type { DB } from "../generated/database.ts";

/** The custom fields of every record type as they stand at a revision. */
export interface FieldsAt {
  readonly revision: number;
  readonly fields: readonly CustomField[];
}

interface Row {
  readonly revision: number;
  readonly fields:
    | readonly {
        readonly record_type: string;
        readonly key: string;
        readonly settings: CustomFieldSettings;
        readonly archived: boolean;
        readonly indexed: boolean;
      }[]
    | null;
}

/** Reads every custom field and the revision they belong to, in one look: in the order in which they were added. */
export const readFields = async (db: Kysely<DB>): Promise<FieldsAt> => {
  const { rows } = await sql<Row>`
    SELECT revision, (
      SELECT jsonb_agg(jsonb_build_object('record_type', record_type, 'key', key, 'settings', settings, 'archived', archived,
        'indexed', index_state = 'built') ORDER BY id)
      FROM field
    ) AS fields FROM field_revision`.execute(db);
  const [row] = rows;
  return {
    revision: row?.revision ?? 0,
    fields: (row?.fields ?? []).map(({ record_type: recordType, key, settings, archived, indexed }) => ({
      ...settings,
      recordType,
      key,
      archived,
      indexed,
    })),
  };
};
