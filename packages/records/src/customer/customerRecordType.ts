import { recordSchemas, searchTokens } from "@sluice/domain";
import type { RecordType } from "../registry/recordType.ts";
import { textIn } from "../values/fieldValues.ts";

/** Customers: found by number and name as it is typed, by tax number, phone and e-mail only whole. */
export const customerRecordType: RecordType = {
  schema: recordSchemas.customer,
  table: "customer",
  numberSequence: "customer_number",
  rank: 80,
  extraColumns: ({ fields }) => ({
    tokens: searchTokens(
      [textIn(fields, "number"), textIn(fields, "name"), textIn(fields, "industry")],
      ["taxNumber", "phone", "email"].map((path) => textIn(fields, path)),
    ),
  }),
};
