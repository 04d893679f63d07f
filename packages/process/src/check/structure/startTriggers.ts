import type { StartNode } from "../../nodes/start/schema.ts";
import type { Check } from "../checkDefinition.ts";
import { error } from "../finding.ts";

type Trigger = StartNode["trigger"]["on"];

/** What nothing performs yet, in words. The language knows these, so that drawings from elsewhere can be read. */
const NOT_YET: Readonly<Partial<Record<Trigger, { readonly en: string; readonly zh: string }>>> = {
  schedule: { en: "Starting by a schedule", zh: "定时启动" },
  message: { en: "Starting by a message", zh: "消息启动" },
  webhook: { en: "Starting by a webhook", zh: "Webhook 启动" },
};

/** Starts that would never happen: a process that waits for what nothing performs is not published. */
export const startTriggers: Check = (graph) =>
  graph.starts.flatMap(({ id, trigger }) => {
    const words = NOT_YET[trigger.on];
    return words === undefined
      ? []
      : [
          error(
            "TRIGGER_NOT_AVAILABLE",
            { node: id, path: "trigger" },
            {
              en: `${words.en} is not available yet: the process would never start.`,
              zh: `${words.zh}尚未提供，流程将永远不会启动。`,
              fix: {
                en: "Start it by hand, or when a record is created or changed.",
                zh: "请改为手动启动，或在记录新建、变更时启动。",
              },
            },
          ),
        ];
  });
