import { contactRecordType } from "./contact/contactRecordType.ts";
import { costSheetRecordType } from "./costSheet/costSheetRecordType.ts";
import { customerRecordType } from "./customer/customerRecordType.ts";
import { orderRecordType } from "./order/orderRecordType.ts";
import { priceBookRecordType } from "./priceBook/priceBookRecordType.ts";
import { productRecordType } from "./product/productRecordType.ts";
import { quoteRecordType } from "./quote/quoteRecordType.ts";
import type { RecordType } from "./registry/recordType.ts";
import { territoryRecordType } from "./territory/territoryRecordType.ts";

/** Every record type of the business, as the door knows it. */
export const businessRecordTypes: readonly RecordType[] = [
  orderRecordType,
  costSheetRecordType,
  quoteRecordType,
  contactRecordType,
  customerRecordType,
  productRecordType,
  priceBookRecordType,
  territoryRecordType,
];
