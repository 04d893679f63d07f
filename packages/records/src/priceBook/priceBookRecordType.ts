import { fieldProblem, recordSchemas, searchTokens } from "@sluice/domain";
import { verdict } from "@sluice/problems";
import type { RecordType } from "../registry/recordType.ts";
import { decimalIn, linesIn, textIn } from "../values/fieldValues.ts";

const { priceBook: schema } = recordSchemas;
const labelOf = (path: keyof typeof schema.fields) => schema.fields[path]?.label ?? schema.label;

/**
 * Price books: reference data with one price per product and starting quantity.
 *
 * @problem INPUT_INVALID - it ends before it begins, or prices one thing twice
 */
export const priceBookRecordType: RecordType = {
  schema,
  table: "price_book",
  numberSequence: "price_book_number",
  rank: 91,
  isReference: true,
  lines: { entries: { table: "price_book_entry", parent: "price_book_id" } },
  settle: async ({ fields }) => {
    const [from, until] = [textIn(fields, "validFrom"), textIn(fields, "validUntil")];
    const entries = linesIn(fields, "entries").map(
      (entry) => `${textIn(entry, "product") ?? ""} ${decimalIn(entry, "minQuantity").toFixed()}`,
    );
    const repeated = entries.findIndex((entry, index) => entries.indexOf(entry) < index);
    return {
      problems: verdict([
        from !== null &&
          until !== null &&
          until < from &&
          fieldProblem({ path: "validUntil", label: labelOf("validUntil") }, "untilBeforeFrom"),
        repeated >= 0 &&
          fieldProblem({ path: `entries.${repeated}.product`, label: labelOf("entries") }, "repeatedLine"),
      ]),
      derived: { active: fields["active"] ?? true },
    };
  },
  extraColumns: ({ fields }) => ({ tokens: searchTokens([textIn(fields, "number"), textIn(fields, "name")]) }),
};
