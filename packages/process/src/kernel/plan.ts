import type { FieldSchema, FieldType } from "@sluice/domain";
import type { Edge } from "../definition/edge.ts";
import type { Move } from "../definition/move.ts";
import type { Node, NodeKind, NodeOf } from "../definition/node.ts";
import type { ProcessDefinition } from "../definition/processDefinition.ts";
import type { Variable } from "../definition/variable.ts";
import type { Expression } from "../expression/expression.ts";
import type { Foreseen } from "./foreseen.ts";

/** A definition made ready to run: looked up by id, wires in the order they are tried, expressions parsed. Immutable. */
export interface Plan {
  readonly definition: ProcessDefinition;
  readonly nodes: ReadonlyMap<string, Node>;
  readonly start: NodeOf<"start">;
  /** Wires out of a node: `when` ones by their order, then the others as drawn. */
  readonly out: ReadonlyMap<string, readonly Edge[]>;
  /** Wires into a node. */
  readonly into: ReadonlyMap<string, readonly Edge[]>;
  readonly moves: ReadonlyMap<string, { readonly stage: NodeOf<"stage">; readonly move: Move }>;
  /** For each node, all nodes that can still be reached from it within its stage. */
  readonly reaches: (from: string, to: string) => boolean;
  readonly expressions: ReadonlyMap<string, Expression>;
  /** The field at a path from the process's record; null where the schema does not know it. */
  readonly fieldOfPath: (path: string) => FieldSchema | null;
  /** The type of a path from the process's record; `text` where the schema does not know it. */
  readonly typeOfPath: (path: string) => FieldType;
  /** The declared type of a variable; null for one that no declaration knows. */
  readonly typeOfVariable: (key: string) => Variable["type"] | null;
  /** Questions that a step of this plan may come to ask: told together, so that the world is asked in few rounds. */
  readonly foreseen: Foreseen;
  /** Whether a token on one node can come to another by wires of its stage without passing `avoiding`. */
  readonly reachesAvoiding: (from: string, to: string, avoiding: string) => boolean;
}

/** The node by its id. A plan is compiled from a checked graph, so an id that is not there is a bug. */
export const nodeIn = (plan: Plan, id: string): Node => {
  const node = plan.nodes.get(id);
  if (!node) throw new Error(`the plan of ${plan.definition.key} has no node ${id}`);
  return node;
};

/** The node by its id, of the kind that its holder relies on. */
export const nodeOfKind = <K extends NodeKind>(plan: Plan, id: string, kind: K): NodeOf<K> => {
  const node = nodeIn(plan, id);
  if (node.kind !== kind) throw new Error(`${id} of ${plan.definition.key} is a ${node.kind}, not a ${kind}`);
  return node as NodeOf<K>;
};
