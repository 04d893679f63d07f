import type { Json } from "./json.ts";

/** The format of the states written today; older ones are upgraded on read. */
export const STATE_FORMAT = 2;

/** A state may not outgrow this many bytes of JSON. */
export const STATE_LIMIT_BYTES = 64 * 1024;

/** Where work stands: one path through the process. `scope` is the stage's or the parallel block's. */
export interface Token {
  readonly id: string;
  readonly node: string;
  readonly scope: string;
  /** The wire it came by; joins count arrivals by wire. */
  readonly via: string | null;
  readonly enteredAt: string;
  /** Set when work was sent back here to come straight back: the node it returns to when it leaves. */
  readonly returnTo: string | null;
  /** What the node keeps for itself while the token rests there (an approval's signers, a list's results). */
  readonly data: Json;
}

/** A region whose tokens end together: the case, a stage, what a move set going within its stage, or what a parallel split opened. */
export interface Scope {
  readonly id: string;
  readonly parent: string | null;
  readonly kind: "case" | "stage" | "move" | "fork";
  /** The stage's, move's or parallel node's id; null for the case. */
  readonly node: string | null;
  /** The joins that have let this split through already: what comes to them later ends there. */
  readonly fired: readonly string[];
}

interface WaitBase {
  readonly id: string;
  /** The token that waits; null when the wait belongs to a move of the stage. */
  readonly token: string | null;
  /** The node whose behaviour is told: the token's node, or the stage. */
  readonly node: string;
  /** Which of the node's waits this is: a move's id, a runner's key, a rung's index; empty for the only one. */
  readonly slot: string;
}

/** What a case waits for. */
export type Wait =
  | (WaitBase & { readonly kind: "task"; readonly people: readonly string[] })
  | (WaitBase & { readonly kind: "timer"; readonly dueAt: string })
  /** Fires when its condition comes true: `held` is what it was when last asked. */
  | (WaitBase & { readonly kind: "condition"; readonly held: boolean })
  | (WaitBase & { readonly kind: "message"; readonly message: string; readonly key: string | null })
  | (WaitBase & { readonly kind: "effect" })
  | (WaitBase & { readonly kind: "child"; readonly index: number });

/** A machine's step that could not be taken. It stays until an admin retries, skips or cancels. */
export interface Incident {
  readonly id: string;
  readonly node: string;
  readonly token: string | null;
  /** The wait whose happening failed: it neither rings nor is asked again while the incident is open. */
  readonly wait: string | null;
  readonly code: string;
  readonly values: { readonly [key: string]: Json };
  readonly raisedAt: string;
  /** The happening that failed, to be tried again by *retry*. */
  readonly happening: Json;
}

/** A message that came before anybody waited for it. */
export interface BufferedMessage {
  readonly id: string;
  readonly message: string;
  readonly key: string | null;
  readonly payload: Json;
}

/** One case, whole. Plain JSON, at most `STATE_LIMIT_BYTES`. */
export interface CaseState {
  readonly format: number;
  readonly seq: number;
  readonly status: "running" | "suspended" | "ended";
  readonly outcome: string | null;
  readonly initiatorId: string | null;
  /** The id of the stage the record is in; null in processes without stages. */
  readonly stage: string | null;
  readonly tokens: readonly Token[];
  readonly scopes: readonly Scope[];
  /** In order of creation. Task waits' ids are the tasks' keys, effect waits' ids the effects' keys. */
  readonly waits: readonly Wait[];
  readonly variables: { readonly [key: string]: Json };
  /** The variables that the case which opened this one wants back; left out where there are none. */
  readonly wanted?: readonly string[];
  /** Traversals of wires that carry `maxVisits`, by wire. */
  readonly visits: { readonly [edge: string]: number };
  readonly incidents: readonly Incident[];
  readonly messages: readonly BufferedMessage[];
  /** Steps visited, with the people who acted there and the round: what send back, dedup and "previous" look at. */
  readonly trail: readonly TrailEntry[];
  /** Effects done that know how to be undone, newest last: what compensation runs through in reverse. */
  readonly compensable: readonly { readonly effect: string; readonly node: string }[];
  /** When the case was suspended; its alarms rest until it is resumed. */
  readonly suspendedAt: string | null;
  /** Whether it stands still because its parent does, and goes on when that does. */
  readonly suspendedWithParent?: true;
  readonly openedAt: string;
  /** The step that a case which was born at rest is still to take; left out, or null, where there is none. */
  readonly firstStep?: { readonly node: string; readonly scope: string; readonly via: string | null } | null;
}

/** One finished piece of people's work (who was asked, who acted, and what came of it), or a stage entered. */
export interface TrailEntry {
  readonly node: string;
  readonly round: number;
  readonly at: string;
  /** Where the work was done: what it may be sent back to is judged by it. */
  readonly scope: string | null;
  readonly by: readonly string[];
  readonly asked: readonly string[];
  readonly result: string | null;
  /** The watched fields as they were: dedup never reaches across a change of them. */
  readonly watched: { readonly [path: string]: Json };
}

/** A trail may hold this much; the oldest entries are dropped, so that a long life never outgrows the state. */
export const TRAIL_LIMIT = { entries: 200, characters: 16_000 } as const;

/** The result of a trail entry that says the stage was entered. No move can be called so. */
export const ENTERED = "$entered";
