import type { BlockSchema } from "../blockSchema.ts";

/** Leaves a notice in the app for people, in the step's own transaction. */
export const notice: BlockSchema = {
  key: "notice",
  name: { en: "Notify in the app", zh: "站内通知" },
  description: { en: "Leaves a notice for people in the app.", zh: "在系统内给人员留下通知。" },
  place: "inner",
  inputs: {
    people: { type: "list", label: { en: "People", zh: "人员" }, required: true },
    subject: { type: "localText", label: { en: "What it says", zh: "内容" }, required: true },
  },
  outputs: {},
  onUnknown: "repeat",
  profile: "quick",
};
