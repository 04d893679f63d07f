import { documentFields, ownedFields } from "../field/commonFields.ts";
import {
  boolean,
  choice,
  currency,
  date,
  decimal,
  instant,
  lines,
  money,
  reference,
  text,
} from "../field/fieldBuilders.ts";
import type { RecordSchema } from "../field/recordSchema.ts";

/** What a quote will cost us. Signed by its process; `valid` holds only while what it costed still stands. */
export const costSheet: RecordSchema = {
  type: "costSheet",
  label: { en: "Cost sheet", zh: "成本单" },
  plural: { en: "Cost sheets", zh: "成本单" },
  numberPrefix: "CS",
  titleField: "number",
  about: "quote",
  fields: {
    ...documentFields,
    quote: reference("quote", { en: "Quote", zh: "报价单" }, { required: true, filterable: true }),
    currency: currency({ required: true }),
    rateDate: date("Rates as of", "汇率日期", { required: true }),
    validUntil: date("Valid until", "有效期至", { sortable: true }),
    lines: lines(
      {
        kind: choice(
          [
            { key: "material", label: { en: "Material", zh: "物料" } },
            { key: "labour", label: { en: "Labour", zh: "人工" } },
            { key: "freight", label: { en: "Freight", zh: "运输" } },
            { key: "outsourcing", label: { en: "Outsourcing", zh: "外协" } },
            { key: "risk", label: { en: "Risk", zh: "风险" } },
          ],
          { en: "Kind", zh: "类型" },
          { required: true },
        ),
        quoteLine: reference("quoteLine", { en: "For quote line", zh: "对应报价行" }),
        description: text("Description", "说明", { required: true, maxLength: 500 }),
        quantity: decimal("Quantity", "数量", { required: true, min: "0" }),
        unitCost: money("Unit cost", "单位成本", { required: true }),
        currency: currency(),
        rate: decimal("Rate", "汇率", { min: "0.0001" }),
        total: money("Total", "金额", { derived: true }),
      },
      { en: "Costs", zh: "成本明细" },
    ),
    total: money("Total", "合计", { derived: true, derivedFrom: ["lines", "currency"] }),
    contentHash: text("Fingerprint of what was costed", "成本内容指纹", { derived: true }),
    signedAt: instant("Signed", "签核时间", { derived: true }),
    signedBy: reference("person", { en: "Signed by", zh: "签核人" }, { derived: true }),
    stale: boolean("Stale", "内容已变", { derived: true }),
    valid: boolean("Valid", "有效", { derived: true }),
    ...ownedFields,
  },
};
