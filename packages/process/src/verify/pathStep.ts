import type { Actor, Happening } from "../kernel/event.ts";
import type { Known } from "./known.ts";

/** One step of a path, as it is played on the canvas: what happened, what the step saw, and where the case stood after it. */
export interface PathStep {
  readonly happening: Happening;
  readonly actor: Actor;
  /** The step or stage that it happened at. */
  readonly at: string;
  readonly saw: Known;
  readonly stage: string | null;
  readonly standsAt: readonly string[];
}
