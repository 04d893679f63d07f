import type { LocalText } from "@sluice/problems";
import type { ProcessDefinition } from "@sluice/process";

/** How one step or stage stands right now. A stage counts every case in it, those at its steps too, and as late by either. */
export interface LiveCount {
  readonly node: string;
  readonly isStage: boolean;
  readonly open: number;
  readonly late: number;
  readonly oldestAt: string | null;
  /** Working minutes, and how many an ordinary working day has. */
  readonly medianMinutes: number | null;
  readonly minutesPerDay: number;
  /** What a place that this version does not have was called, and in which version. */
  readonly gone: { readonly version: number; readonly name: LocalText } | null;
}

export interface Live {
  readonly byNode: ReadonlyMap<string, LiveCount>;
  /** Cases that run, each counted once. */
  readonly running: number;
  readonly late: number;
  /** The fullest step's count: the top of the backlog tint. */
  readonly most: number;
  /** Counts at steps this version no longer has: shown, never lost. */
  readonly elsewhere: readonly LiveCount[];
}

const inStages = (counts: readonly LiveCount[], of: "open" | "late"): number =>
  counts.reduce((total, count) => (count.isStage ? total + count[of] : total), 0);

/** Cases that run, each once: a case is in exactly one stage. */
export const runningIn = (counts: readonly LiveCount[]): number => inStages(counts, "open");

/** What the canvas shows of the counts; what stands where this version has nothing is kept apart. */
export const liveOf = (definition: ProcessDefinition, counts: readonly LiveCount[]): Live => {
  const known = new Set(definition.nodes.map((node) => node.id));
  const steps = counts.filter(({ isStage }) => !isStage);
  return {
    byNode: new Map(counts.map((count) => [count.node, count])),
    running: runningIn(counts),
    late: inStages(counts, "late"),
    most: Math.max(1, ...steps.map((count) => count.open)),
    elsewhere: counts.filter((count) => !known.has(count.node) && count.open > 0),
  };
};
