import type { BlockSchema } from "../blockSchema.ts";

/** Points a reference field of the case's record at another record, in the step's own transaction. */
export const linkRecord: BlockSchema = {
  key: "linkRecord",
  name: { en: "Link a record", zh: "关联记录" },
  description: { en: "Points a field of this record at another record.", zh: "将本记录的字段指向另一记录。" },
  place: "inner",
  keeps: true,
  inputs: {
    field: { type: "text", label: { en: "Field", zh: "字段" }, required: true },
    record: { type: "record", label: { en: "Record", zh: "记录" }, required: true },
  },
  outputs: {},
  onUnknown: "repeat",
  profile: "quick",
};
