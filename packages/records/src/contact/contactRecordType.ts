import { recordSchemas, searchTokens } from "@sluice/domain";
import type { RecordType } from "../registry/recordType.ts";
import { textIn } from "../values/fieldValues.ts";

/** People at customers: found by number and name as it is typed, by phone and e-mail only whole. */
export const contactRecordType: RecordType = {
  schema: recordSchemas.contact,
  table: "contact",
  numberSequence: "contact_number",
  rank: 70,
  extraColumns: ({ fields }) => ({
    tokens: searchTokens(
      [textIn(fields, "number"), textIn(fields, "name"), textIn(fields, "title")],
      [textIn(fields, "phone"), textIn(fields, "email")],
    ),
  }),
};
