import type { Problem } from "@sluice/problems";
import type { Expectation, StoryEvent } from "../definition/story.ts";
import type { Json } from "../kernel/json.ts";
import type { CaseState } from "../kernel/state.ts";
import type { EffectDraft, Write } from "../kernel/write.ts";
import type { SimulatedTask, Simulation, TakenStep } from "../simulate/simulation.ts";

/** An outer effect that a played case asked for: shown, never done. */
export interface PlayedEffect extends EffectDraft {
  readonly status: "wanted" | "done" | "failed" | "unknown" | "unwanted";
}

/** An expectation, whether it was met, and what was seen of what it speaks of. */
export interface ExpectationVerdict {
  readonly expectation: Expectation;
  readonly met: boolean;
  readonly seen: Json;
}

/** A case as it stands once something has happened in it. */
export interface Snapshot {
  readonly at: string;
  readonly state: CaseState;
  readonly record: { readonly [path: string]: Json };
  readonly ownerId: string | null;
  readonly tasks: readonly SimulatedTask[];
  readonly effects: readonly PlayedEffect[];
  /** When it would be woken next, or null. */
  readonly alarmAt: string | null;
  /** Milestones reached and types of records made so far, in order. */
  readonly milestones: readonly string[];
  readonly created: readonly string[];
  /** What the kernel did in this moment, in order: one step for a person's act, several where time passed. */
  readonly steps: readonly TakenStep[];
  /** Wires and moves taken in it, in order. */
  readonly taken: readonly string[];
  readonly refusals: readonly Problem[];
}

/** One thing that happened, how the case stood after it, and what became of what was expected. */
export interface PlayedMoment extends Snapshot {
  /** Null for its beginning. */
  readonly when: StoryEvent | null;
  readonly verdicts: readonly ExpectationVerdict[];
  /** Refusals and incidents of this moment that nobody expected. */
  readonly unexpected: readonly Pick<Problem, "code">[];
  /** It could not be played to its end: too much happened in it. */
  readonly isCut: boolean;
}

const statusOf = (steps: readonly TakenStep[], unwanted: ReadonlySet<string>, key: string): PlayedEffect["status"] => {
  let status: PlayedEffect["status"] = unwanted.has(key) ? "unwanted" : "wanted";
  for (const { event } of steps) {
    if (event.type === "effectDone" && event.effect === key) status = "done";
    if (event.type === "effectFailed" && event.effect === key) status = event.unknown ? "unknown" : "failed";
  }
  return status;
};

const effectsOf = (steps: readonly TakenStep[]): readonly PlayedEffect[] => {
  const unwanted = new Set(steps.flatMap(({ answer }) => answer.unwanted));
  return steps
    .flatMap(({ answer }) => answer.wanted)
    .map((effect) => ({ ...effect, status: statusOf(steps, unwanted, effect.key) }));
};

const milestonesIn = (write: Write): readonly string[] =>
  write.write === "enterStage" && write.milestone !== null ? [write.milestone] : [];
const createdIn = (write: Write): readonly string[] => (write.write === "createRecord" ? [write.recordType] : []);

/** Keeps how a played case stands now; `from` is where its steps and sightings stood before this moment. */
export const snapshotOf = (
  simulation: Simulation,
  from: { readonly steps: number; readonly taken: number },
  refusals: readonly Problem[],
): Snapshot => ({
  at: simulation.at,
  state: simulation.state,
  record: simulation.world.record,
  ownerId: simulation.world.ownerId ?? null,
  tasks: [...simulation.tasks.values()],
  effects: effectsOf(simulation.steps),
  alarmAt: simulation.alarmAt,
  milestones: simulation.writes.flatMap(milestonesIn),
  created: simulation.writes.flatMap(createdIn),
  steps: simulation.steps.slice(from.steps),
  taken: simulation.sightings.taken.slice(from.taken),
  refusals,
});
