import { instant, reference, text } from "./fieldBuilders.ts";
import type { FieldSchema } from "./recordSchema.ts";

/** What the machine keeps on every record; never written by people. */
const keptFields: Readonly<Record<string, FieldSchema>> = {
  createdAt: instant("Created", "创建时间", { derived: true, alwaysSet: true, sortable: true }),
  updatedAt: instant("Changed", "修改时间", { derived: true, alwaysSet: true, sortable: true }),
};

/** Whose a record is; handing it over is a right of its own. */
export const ownedFields: Readonly<Record<string, FieldSchema>> = {
  owner: reference("person", { en: "Owner", zh: "负责人" }, { filterable: true }),
  department: reference("department", { en: "Department", zh: "部门" }, { filterable: true }),
  ...keptFields,
};

/** The human number that every record has, given by the door when it is made. */
export const numberedFields: Readonly<Record<string, FieldSchema>> = {
  number: text("Number", "编号", { derived: true, alwaysSet: true, sortable: true, filterable: true }),
};

/** Fields of a document: its human number, and the stage that only its process moves. */
export const documentFields: Readonly<Record<string, FieldSchema>> = {
  ...numberedFields,
  stage: text("Stage", "阶段", { derived: true, filterable: true }),
};
