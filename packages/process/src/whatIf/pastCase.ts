import type { Actor, Happening } from "../kernel/event.ts";
import type { Fact, Facts } from "../kernel/fact.ts";
import type { Json } from "../kernel/json.ts";
import type { Plan } from "../kernel/plan.ts";

/** One event that a closed case went through, with the facts that it was decided on. */
export interface PastEvent {
  readonly at: string;
  readonly actor: Actor;
  readonly happening: Happening;
  readonly used: Facts;
}

/** A closed case as it was kept: enough to take every step of it again. */
export interface PastCase {
  readonly caseId: string;
  readonly initiatorId: string | null;
  readonly openedAt: string;
  /** The version that it was opened on. */
  readonly version: number;
  readonly events: readonly PastEvent[];
  /** What the audit trail says of the world as it was at an instant; undefined where it does not say. */
  readonly trail: (fact: Fact, at: string) => Json | undefined;
  /** The instants at which its record was changed, in order. */
  readonly changedAt: readonly string[];
}

/** Time as the firm counts it. Milliseconds. */
export interface WorkClock {
  readonly worked: (from: string, to: string) => number;
  readonly after: (from: string, workedMs: number) => string;
}

/** What an admin says of a step that nobody has ever been asked at: what comes of it, and how long it takes. */
export interface Assumption {
  readonly result: string;
  readonly workingMinutes: number;
}

/** The definition that is tried, and what it is tried with. */
export interface Trial {
  readonly plan: Plan;
  readonly planOf: (version: number) => Plan;
  readonly clock: WorkClock;
  /** By step, or stage. */
  readonly assumptions: Readonly<Record<string, Assumption>>;
  /** What is drawn is drawn the same again from the same seed. */
  readonly seed: string;
}

/** How long people take where nobody has set it. */
export const ASSUMED_MINUTES = 240;
