import { numberedFields, ownedFields } from "../field/commonFields.ts";
import { lines, longText, reference, text } from "../field/fieldBuilders.ts";
import type { RecordSchema } from "../field/recordSchema.ts";

/** A part of the market, and who covers it. Customers lie in one; what hangs on a customer lies where the customer does. */
export const territory: RecordSchema = {
  type: "territory",
  label: { en: "Territory", zh: "销售区域" },
  plural: { en: "Territories", zh: "销售区域" },
  numberPrefix: "T",
  titleField: "name",
  fields: {
    ...numberedFields,
    name: text("Name", "名称", { required: true, sortable: true }),
    parent: reference("territory", { en: "Part of", zh: "上级区域" }, { filterable: true }),
    note: longText("Note", "备注"),
    members: lines(
      { person: reference("person", { en: "Person", zh: "人员" }, { required: true }) },
      { en: "Who covers it", zh: "负责人员" },
    ),
    ...ownedFields,
  },
};
