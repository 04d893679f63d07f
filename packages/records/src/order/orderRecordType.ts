import { recordSchemas, searchTokens } from "@sluice/domain";
import type { RecordType } from "../registry/recordType.ts";
import { textIn } from "../values/fieldValues.ts";
import { settleOrder } from "./settleOrder.ts";

/** Orders: copies of accepted quotes, one each. */
export const orderRecordType: RecordType = {
  schema: recordSchemas.order,
  table: "sales_order",
  rank: 10,
  lines: { lines: { table: "sales_order_line", parent: "sales_order_id" } },
  settle: settleOrder,
  extraColumns: ({ fields }) => ({ tokens: searchTokens([textIn(fields, "number")]) }),
};
