import { numberedFields, ownedFields } from "../field/commonFields.ts";
import { choice, longText, reference, text } from "../field/fieldBuilders.ts";
import type { RecordSchema } from "../field/recordSchema.ts";

/** A firm that buys, or may. */
export const customer: RecordSchema = {
  type: "customer",
  label: { en: "Customer", zh: "客户" },
  plural: { en: "Customers", zh: "客户" },
  numberPrefix: "CU",
  titleField: "name",
  fields: {
    ...numberedFields,
    name: text("Name", "名称", { required: true, sortable: true }),
    grade: choice(
      [
        { key: "key", label: { en: "Key account", zh: "重点客户" } },
        { key: "A", label: { en: "A", zh: "A级" } },
        { key: "B", label: { en: "B", zh: "B级" } },
        { key: "C", label: { en: "C", zh: "C级" } },
      ],
      { en: "Grade", zh: "等级" },
      { filterable: true },
    ),
    industry: text("Industry", "行业", { maxLength: 100, filterable: true }),
    territory: reference("territory", { en: "Territory", zh: "销售区域" }, { filterable: true }),
    taxNumber: text("Tax number", "税号", { maxLength: 40, filterable: true }),
    phone: text("Phone", "电话", { maxLength: 40 }),
    email: text("E-mail", "邮箱", { maxLength: 200 }),
    address: longText("Address", "地址", { maxLength: 500 }),
    website: text("Website", "网站", { maxLength: 200 }),
    note: longText("Note", "备注"),
    ...ownedFields,
  },
};
