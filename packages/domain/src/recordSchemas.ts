import { contact } from "./contact/contact.ts";
import { costSheet } from "./costSheet/costSheet.ts";
import { customer } from "./customer/customer.ts";
import type { RecordSchema } from "./field/recordSchema.ts";
import { order } from "./order/order.ts";
import { priceBook } from "./priceBook/priceBook.ts";
import { product } from "./product/product.ts";
import { quote } from "./quote/quote.ts";
import { territory } from "./territory/territory.ts";

/** Every record type of the business, by its key. */
export const recordSchemas = {
  customer,
  contact,
  product,
  priceBook,
  costSheet,
  quote,
  order,
  territory,
} as const satisfies Readonly<Record<string, RecordSchema>>;

export type RecordTypeKey = keyof typeof recordSchemas;

/** The schema of a record type, or null when there is none of that name. */
export const findRecordSchema = (type: string): RecordSchema | null =>
  Object.hasOwn(recordSchemas, type) ? recordSchemas[type as RecordTypeKey] : null;
