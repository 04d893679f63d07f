import { documentFields, ownedFields } from "../field/commonFields.ts";
import { currency, decimal, lines, money, reference, share, text } from "../field/fieldBuilders.ts";
import type { RecordSchema } from "../field/recordSchema.ts";

/** What a customer ordered. Made from an accepted quote, at most one per quote; its lines are copies and stay. */
export const order: RecordSchema = {
  type: "order",
  label: { en: "Order", zh: "订单" },
  plural: { en: "Orders", zh: "订单" },
  numberPrefix: "SO",
  titleField: "number",
  about: "quote",
  fields: {
    ...documentFields,
    quote: reference("quote", { en: "Quote", zh: "报价单" }, { required: true, filterable: true }),
    customer: reference("customer", { en: "Customer", zh: "客户" }, { filterable: true }),
    currency: currency(),
    lines: lines(
      {
        product: reference("product", { en: "Product", zh: "产品" }),
        description: text("Description", "说明", { maxLength: 500 }),
        quantity: decimal("Quantity", "数量"),
        unit: text("Unit", "单位", { maxLength: 20 }),
        listPrice: money("List price", "目录价"),
        discount: share("Discount", "折扣"),
        unitPrice: money("Unit price", "单价"),
        total: money("Total", "金额"),
      },
      { en: "Lines", zh: "订单明细" },
      { derived: true },
    ),
    total: money("Total", "总价", { derived: true, sortable: true }),
    ...ownedFields,
  },
};
