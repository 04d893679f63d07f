import { numberedFields, ownedFields } from "../field/commonFields.ts";
import { boolean, currency, longText, money, text } from "../field/fieldBuilders.ts";
import type { RecordSchema } from "../field/recordSchema.ts";

/** Something that can be quoted. `cost` is what it costs us, in the same currency as its list price. */
export const product: RecordSchema = {
  type: "product",
  label: { en: "Product", zh: "产品" },
  plural: { en: "Products", zh: "产品" },
  numberPrefix: "P",
  titleField: "name",
  fields: {
    ...numberedFields,
    sku: text("SKU", "产品编码", { required: true, maxLength: 60, sortable: true, filterable: true }),
    name: text("Name", "名称", { required: true, sortable: true }),
    nameZh: text("Name in Chinese", "中文名称"),
    category: text("Category", "类别", { maxLength: 100, filterable: true }),
    unit: text("Unit", "单位", { required: true, maxLength: 20 }),
    listPrice: money("List price", "目录价", { required: true, sortable: true }),
    cost: money("Cost", "成本价"),
    currency: currency({ required: true }),
    active: boolean("Active", "启用", { filterable: true }),
    description: longText("Description", "说明"),
    ...ownedFields,
  },
};
