import type { BlockSchema } from "../blockSchema.ts";

/** Opens a case of another process in the step's own transaction; it takes its first step right after, and nobody waits for it. */
export const openChild: BlockSchema = {
  key: "openChild",
  name: { en: "Start a process", zh: "启动流程" },
  description: { en: "Starts another process beside this one.", zh: "在本流程之外启动另一流程。" },
  place: "inner",
  keeps: true,
  inputs: {
    process: { type: "text", label: { en: "Process", zh: "流程" }, required: true },
    record: { type: "record", label: { en: "Record", zh: "记录" }, required: false },
  },
  outputs: {},
  onUnknown: "repeat",
  profile: "quick",
};
