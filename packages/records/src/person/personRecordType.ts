import type { FieldSchema, FieldType } from "@sluice/domain";
import type { RecordType } from "../registry/recordType.ts";

const field = (type: FieldType, en: string, zh: string, refersTo?: string): FieldSchema => ({
  type,
  label: { en, zh },
  derived: true,
  ...(refersTo === undefined ? {} : { refersTo }),
});

/** People as the end of a path (`owner.manager`): read like reference data, written by their own procedures only. */
export const personRecordType: RecordType = {
  schema: {
    type: "person",
    label: { en: "Person", zh: "人员" },
    plural: { en: "People", zh: "人员" },
    numberPrefix: null,
    titleField: "name",
    fields: {
      name: field("text", "Name", "姓名"),
      email: field("text", "E-mail", "邮箱"),
      post: field("text", "Post", "岗位"),
      department: field("reference", "Department", "部门", "department"),
      manager: field("reference", "Manager", "上级", "person"),
      active: field("boolean", "Active", "在职"),
    },
  },
  table: "person",
  rank: 1_000,
  isReference: true,
};

/** Departments as the end of a path (`department.name`). */
export const departmentRecordType: RecordType = {
  schema: {
    type: "department",
    label: { en: "Department", zh: "部门" },
    plural: { en: "Departments", zh: "部门" },
    numberPrefix: null,
    titleField: "name",
    fields: {
      name: field("localText", "Name", "名称"),
      parent: field("reference", "Parent", "上级部门", "department"),
      head: field("reference", "Head", "负责人", "person"),
    },
  },
  table: "department",
  rank: 1_001,
  isReference: true,
};
