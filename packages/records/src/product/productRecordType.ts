import { recordSchemas, searchTokens } from "@sluice/domain";
import { problem, verdict } from "@sluice/problems";
import type { RecordType } from "../registry/recordType.ts";
import { textIn } from "../values/fieldValues.ts";

/**
 * Products: reference data, one row per SKU for ever (a deleted one keeps its SKU, so that it can come back).
 *
 * @problem DUPLICATE - another product has this SKU; the database's unique key stands behind it
 */
export const productRecordType: RecordType = {
  schema: recordSchemas.product,
  table: "product",
  numberSequence: "product_number",
  rank: 90,
  isReference: true,
  settle: async ({ id, fields }, _before, { db }) => {
    const sku = textIn(fields, "sku") ?? "";
    const other = await db
      .selectFrom("product")
      .select("id")
      .where("sku", "=", sku)
      .where("id", "<>", id)
      .executeTakeFirst();
    return {
      problems: verdict([other !== undefined && problem("DUPLICATE", { field: "sku", value: sku })]),
      derived: { active: fields["active"] ?? true },
    };
  },
  extraColumns: ({ fields }) => ({
    tokens: searchTokens(["number", "sku", "name", "nameZh", "category"].map((path) => textIn(fields, path))),
  }),
};
