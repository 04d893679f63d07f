import { fieldProblem, recordSchemas, searchTokens } from "@sluice/domain";
import { verdict } from "@sluice/problems";
import { sql } from "kysely";
import type { FactContext } from "../registry/recordContext.ts";
import type { RecordType } from "../registry/recordType.ts";
import type { StoredRecord } from "../registry/storedRecord.ts";
import { linesIn, textIn } from "../values/fieldValues.ts";

const { territory: schema } = recordSchemas;
const placeOf = (path: "members" | "parent", at: string = path) => ({
  path: at,
  label: schema.fields[path]?.label ?? schema.label,
});

/** Whether a territory would come to lie within itself, however far up. */
const liesWithinItself = async ({ id, fields }: StoredRecord, { db }: FactContext): Promise<boolean> => {
  const parent = textIn(fields, "parent");
  if (parent === null) return false;
  const { rows } = await sql<{ id: string }>`
    WITH RECURSIVE above AS (
      SELECT id, parent_id FROM territory WHERE id = ${parent}
      UNION SELECT t.id, t.parent_id FROM above JOIN territory t ON t.id = above.parent_id
    )
    SELECT id FROM above WHERE id = ${id}`.execute(db);
  return rows.length > 0;
};

/**
 * Territories: reference data about who covers which part of the market.
 *
 * @problem INPUT_INVALID - it would lie within itself, or somebody covers it twice
 */
export const territoryRecordType: RecordType = {
  schema,
  table: "territory",
  numberSequence: "territory_number",
  rank: 92,
  isReference: true,
  lines: { members: { table: "territory_member", parent: "territory_id" } },
  settle: async (draft, _before, ctx) => {
    const members = linesIn(draft.fields, "members").map((member) => textIn(member, "person"));
    const repeated = members.findIndex((member, index) => members.indexOf(member) < index);
    return {
      problems: verdict([
        (await liesWithinItself(draft, ctx)) && fieldProblem(placeOf("parent"), "withinItself"),
        repeated >= 0 && fieldProblem(placeOf("members", `members.${repeated}.person`), "repeatedLine"),
      ]),
      derived: {},
    };
  },
  extraColumns: ({ fields }) => ({ tokens: searchTokens([textIn(fields, "number"), textIn(fields, "name")]) }),
};
