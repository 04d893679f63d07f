import type { BlockSchema } from "../blockSchema.ts";

/** Makes a person the owner of the case's record, in the step's own transaction. */
export const assignOwner: BlockSchema = {
  key: "assignOwner",
  name: { en: "Assign the owner", zh: "指定负责人" },
  description: { en: "Makes a person the owner of this record.", zh: "指定本记录的负责人。" },
  place: "inner",
  keeps: true,
  inputs: { person: { type: "person", label: { en: "Person", zh: "人员" }, required: true } },
  outputs: {},
  onUnknown: "repeat",
  profile: "quick",
};
