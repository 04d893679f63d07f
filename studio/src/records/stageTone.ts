import type { ProcessDefinition } from "@sluice/process";
import { stagesOf } from "../canvas/model/elements.ts";

const OF_END = { won: "ok", done: "ok", lost: "error", void: "plain" } as const;

/** How a stage stands out among others: what has gone well, what was lost, and whether anything has been done at all. */
export const stageTone = (life: ProcessDefinition | undefined, key: string): "plain" | "accent" | "ok" | "error" => {
  const stages = life === undefined ? [] : stagesOf(life);
  const stage = stages.find((it) => it.key === key);
  if (stage === undefined) return "accent";
  if (stage.final !== undefined) return OF_END[stage.final];
  return stages.every(({ order }) => order >= stage.order) ? "plain" : "accent";
};
