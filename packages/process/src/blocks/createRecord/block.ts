import type { BlockSchema } from "../blockSchema.ts";

/** Creates a record in the step's own transaction; what refuses the record refuses the step. */
export const createRecord: BlockSchema = {
  key: "createRecord",
  name: { en: "Create a record", zh: "新建记录" },
  description: { en: "Creates a record of another type, filled in.", zh: "新建另一类型的记录并填写。" },
  place: "inner",
  keeps: true,
  inputs: {
    recordType: { type: "text", label: { en: "Record type", zh: "记录类型" }, required: true },
    fields: { type: "fields", label: { en: "Fields and values", zh: "字段与值" }, required: false },
  },
  outputs: { record: { type: "record", label: { en: "The new record", zh: "新记录" } } },
  onUnknown: "repeat",
  profile: "quick",
};
