import type { NodeKind, NodeOf } from "../definition/node.ts";
import type { Json } from "./json.ts";
import type { Token, Wait } from "./state.ts";
import type { Step } from "./step.ts";

/** What a machine brings to a wait: its time came, its condition came true, its message or outcome arrived. */
export type Arrived =
  | { readonly kind: "timer" }
  | { readonly kind: "condition" }
  | { readonly kind: "message"; readonly payload: Json }
  | { readonly kind: "effectDone"; readonly output: { readonly [name: string]: Json } }
  | { readonly kind: "effectFailed"; readonly reason: string; readonly unknown: boolean }
  | {
      readonly kind: "childEnded";
      readonly outcome: string | null;
      readonly brings: { readonly [key: string]: Json };
    }
  /** An admin asks to try what failed once more. */
  | { readonly kind: "retried" };

/**
 * What a kind of step does in the kernel. No promises, no clock, no I/O: `step` looks facts up, drafts the next state and writes.
 *
 * `enter` is told of a fresh token and either lets it rest with waits, or makes it leave. `arrive` is told when one of the
 * token's waits came true. `skip` is what an admin's *skip* means; left out, the token leaves by its plain wires.
 */
export interface NodeBehaviour<K extends NodeKind> {
  readonly enter: (step: Step, node: NodeOf<K>, token: Token) => void;
  readonly arrive?: (step: Step, node: NodeOf<K>, token: Token, wait: Wait, arrived: Arrived) => void;
}
