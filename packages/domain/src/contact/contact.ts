import { numberedFields, ownedFields } from "../field/commonFields.ts";
import { longText, reference, text } from "../field/fieldBuilders.ts";
import type { RecordSchema } from "../field/recordSchema.ts";

/** A person at a customer. */
export const contact: RecordSchema = {
  type: "contact",
  label: { en: "Contact", zh: "联系人" },
  plural: { en: "Contacts", zh: "联系人" },
  numberPrefix: "CT",
  titleField: "name",
  fields: {
    ...numberedFields,
    customer: reference("customer", { en: "Customer", zh: "客户" }, { required: true, filterable: true }),
    name: text("Name", "姓名", { required: true, maxLength: 100, sortable: true }),
    title: text("Title", "职务", { maxLength: 100 }),
    phone: text("Phone", "电话", { maxLength: 40 }),
    email: text("E-mail", "邮箱", { maxLength: 200 }),
    role: text("Role in buying", "采购角色", { maxLength: 100 }),
    note: longText("Note", "备注"),
    ...ownedFields,
  },
};
