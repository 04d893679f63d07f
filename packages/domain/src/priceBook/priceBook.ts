import { numberedFields, ownedFields } from "../field/commonFields.ts";
import { boolean, currency, date, decimal, lines, money, reference, text } from "../field/fieldBuilders.ts";
import type { RecordSchema } from "../field/recordSchema.ts";

/** Prices agreed for a time, by product and quantity. */
export const priceBook: RecordSchema = {
  type: "priceBook",
  label: { en: "Price book", zh: "价格表" },
  plural: { en: "Price books", zh: "价格表" },
  numberPrefix: "PB",
  titleField: "name",
  fields: {
    ...numberedFields,
    name: text("Name", "名称", { required: true, sortable: true }),
    currency: currency({ required: true, filterable: true }),
    validFrom: date("Valid from", "生效日期"),
    validUntil: date("Valid until", "失效日期", { sortable: true }),
    active: boolean("Active", "启用", { filterable: true }),
    entries: lines(
      {
        product: reference("product", { en: "Product", zh: "产品" }, { required: true }),
        price: money("Price", "价格", { required: true }),
        minQuantity: decimal("From quantity", "起订量", { min: "0" }),
      },
      { en: "Prices", zh: "价格明细" },
    ),
    ...ownedFields,
  },
};
