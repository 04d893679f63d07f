import type { BlockSchema } from "../blockSchema.ts";

/** Sets fields of the case's record in the step's own transaction. */
export const setFields: BlockSchema = {
  key: "setFields",
  name: { en: "Set fields", zh: "设置字段" },
  description: { en: "Sets fields of this record.", zh: "设置本记录的字段。" },
  place: "inner",
  keeps: true,
  inputs: { fields: { type: "fields", label: { en: "Fields and values", zh: "字段与值" }, required: true } },
  outputs: {},
  onUnknown: "repeat",
  profile: "quick",
};
