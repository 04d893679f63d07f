import type { Json } from "@sluice/process";

/** One attempt at an effect: what to do, and the key under which the outside world is asked to do it at most once. */
export interface EffectWork {
  readonly caseId: string;
  /** The same for every attempt at this effect, and for no other. */
  readonly idempotencyKey: string;
  readonly input: { readonly [name: string]: Json };
}

/** What came of an attempt. `reason` is shown to people and kept by Temporal: plain words, no personal data. */
export type Ending =
  | { readonly ending: "done"; readonly output: { readonly [name: string]: Json } }
  /** Nothing happened outside. `again` tells whether another quick attempt may help. */
  | { readonly ending: "notDone"; readonly reason: string; readonly again: boolean }
  /** It may have happened. */
  | { readonly ending: "unknown"; readonly reason: string };

/** Does one kind of outer effect. Throws only on a bug or an outage of our own; the outcome is unknown then. */
export interface OuterBlock {
  perform(work: EffectWork): Promise<Ending>;
}

/** The outer blocks of an install, by key. */
export type OuterBlocks = Readonly<Record<string, OuterBlock>>;
