import type { ProcessDefinition } from "@sluice/process";
import { stageIdOf } from "../model/elements.ts";

/** How one step stands right now, from its stays. */
export interface LiveCount {
  readonly node: string;
  readonly open: number;
  readonly late: number;
  readonly oldestAt: string | null;
  readonly medianMinutes: number | null;
}

export interface Live {
  readonly byNode: ReadonlyMap<string, LiveCount>;
  readonly byStage: ReadonlyMap<string, number>;
  /** The fullest step's count: the top of the backlog tint. */
  readonly most: number;
  /** Counts at steps this version no longer has: shown, never lost. */
  readonly elsewhere: readonly LiveCount[];
}

/** Counts by step and by stage. A record that rests in a stage counts for the stage alone. */
export const liveOf = (definition: ProcessDefinition, counts: readonly LiveCount[]): Live => {
  const byNode = new Map(counts.map((count) => [count.node, count]));
  const nodes = new Map(definition.nodes.map((node) => [node.id, node]));
  const byStage = new Map<string, number>();
  for (const { node: id, open } of counts) {
    const node = nodes.get(id);
    const stage = node && stageIdOf(node);
    if (stage) byStage.set(stage, (byStage.get(stage) ?? 0) + open);
  }
  return {
    byNode,
    byStage,
    most: Math.max(1, ...counts.map((count) => count.open)),
    elsewhere: counts.filter((count) => !nodes.has(count.node) && count.open > 0),
  };
};
