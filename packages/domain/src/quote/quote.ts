import { documentFields, ownedFields } from "../field/commonFields.ts";
import {
  boolean,
  currency,
  date,
  decimal,
  instant,
  integer,
  lines,
  longText,
  money,
  reference,
  share,
  text,
} from "../field/fieldBuilders.ts";
import type { RecordSchema } from "../field/recordSchema.ts";

/** What the prices of a quote are computed from. */
const PRICED = ["lines", "discount", "currency"];

/** An offer to a customer. Drafted at will; past its drafts only with a signed cost sheet for exactly these lines. */
export const quote: RecordSchema = {
  type: "quote",
  label: { en: "Quote", zh: "报价单" },
  plural: { en: "Quotes", zh: "报价单" },
  numberPrefix: "Q",
  titleField: "name",
  fields: {
    ...documentFields,
    name: text("Name", "名称", { required: true, sortable: true }),
    customer: reference("customer", { en: "Customer", zh: "客户" }, { required: true, filterable: true }),
    contact: reference("contact", { en: "Contact", zh: "联系人" }),
    currency: currency({ required: true }),
    validUntil: date("Valid until", "有效期至", { sortable: true }),
    discount: share("Discount on the whole", "整单折扣"),
    note: longText("Internal note", "内部备注"),
    terms: longText("Terms", "商务条款"),
    lines: lines(
      {
        product: reference("product", { en: "Product", zh: "产品" }),
        description: text("Description", "说明", { required: true, maxLength: 500 }),
        quantity: decimal("Quantity", "数量", { required: true, min: "0.0001" }),
        unit: text("Unit", "单位", { maxLength: 20 }),
        listPrice: money("List price", "目录价", { required: true }),
        discount: share("Discount", "折扣"),
        unitPrice: money("Unit price", "单价", { derived: true }),
        total: money("Total", "金额", { derived: true }),
      },
      { en: "Lines", zh: "报价明细" },
    ),
    listTotal: money("At list prices", "目录价合计", { derived: true, alwaysSet: true, derivedFrom: PRICED }),
    total: money("Total", "总价", { derived: true, alwaysSet: true, derivedFrom: PRICED, sortable: true }),
    effectiveDiscount: share("Effective discount", "综合折扣", { derived: true, alwaysSet: true, derivedFrom: PRICED }),
    costTotal: money("Cost", "成本合计", { derived: true }),
    margin: share("Margin", "毛利率", { derived: true, derivedFrom: PRICED }),
    costSheet: reference("costSheet", { en: "Cost sheet", zh: "成本单" }, { derived: true }),
    costOverriddenAt: instant("Cost rule overridden", "成本规则豁免时间", { derived: true }),
    costOverriddenBy: reference("person", { en: "Overridden by", zh: "豁免批准人" }, { derived: true }),
    priceAgreedAt: instant("Special price agreed", "特价批准时间", { derived: true }),
    costCleared: boolean("Cost cleared", "成本已放行", { derived: true }),
    asAgreed: boolean("As agreed", "与批准一致", { derived: true, derivedFrom: ["customer", "terms", ...PRICED] }),
    revision: integer("Revision", "修订版本", { derived: true, alwaysSet: true }),
    revisionOf: reference("quote", { en: "Revision of", zh: "修订自" }, { filterable: true }),
    sentAt: instant("Sent", "发出时间", { derived: true }),
    acceptedAt: instant("Accepted", "接受时间", { derived: true }),
    ...ownedFields,
  },
};
