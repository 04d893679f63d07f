import type { Problem } from "@sluice/problems";
import type { FactKey, Facts } from "./fact.ts";
import type { CaseState } from "./state.ts";
import type { EffectDraft, Write } from "./write.ts";

/** A step taken: the next state, and all that the door must do for it. */
export interface Advanced {
  readonly answer: "advanced";
  readonly state: CaseState;
  /** To be written in the same transaction, in order. */
  readonly writes: readonly Write[];
  /** Outer effects that became wanted. */
  readonly wanted: readonly EffectDraft[];
  /** Keys of effects that are not wanted any more. */
  readonly unwanted: readonly string[];
  /** The earliest instant at which this case wants to be woken, or null. */
  readonly alarmAt: string | null;
  /** The questions whose answers a waiting condition hangs on: what the door must watch. Sorted. */
  readonly watches: readonly FactKey[];
  /** Every fact looked at, with its value: enough to take this very step again without a database. */
  readonly used: Facts;
}

/** What the kernel answers to an event. */
export type KernelAnswer =
  | Advanced
  | { readonly answer: "needs"; readonly needs: readonly FactKey[] }
  | { readonly answer: "refused"; readonly problems: readonly Problem[] }
  | { readonly answer: "superseded" };
