import type { Node, NodeKind } from "../definition/node.ts";
import type { NodeBehaviour } from "../kernel/behaviour.ts";
import { action } from "./action/behaviour.ts";
import { approval } from "./approval/behaviour.ts";
import { assign } from "./assign/behaviour.ts";
import { branch } from "./branch/behaviour.ts";
import { cc } from "./cc/behaviour.ts";
import { end } from "./end/behaviour.ts";
import { guard } from "./guard/behaviour.ts";
import { join } from "./join/behaviour.ts";
import { message } from "./message/behaviour.ts";
import { parallel } from "./parallel/behaviour.ts";
import { race } from "./race/behaviour.ts";
import { subprocess } from "./subprocess/behaviour.ts";
import { task } from "./task/behaviour.ts";
import { timer } from "./timer/behaviour.ts";

/** The kinds of node that a token can stand on. */
export type StepKind = Exclude<NodeKind, "start" | "stage">;

/** What every kind of step does, by its kind. */
export const behaviours: { readonly [K in StepKind]: NodeBehaviour<K> } = {
  action,
  approval,
  assign,
  branch,
  cc,
  end,
  guard,
  join,
  message,
  parallel,
  race,
  subprocess,
  task,
  timer,
};

/** The behaviour of a node. A token never stands on a start or a stage. */
export const behaviourOf = (node: Node): NodeBehaviour<NodeKind> => {
  if (node.kind === "start" || node.kind === "stage") throw new Error(`no token stands on the ${node.kind} ${node.id}`);
  return behaviours[node.kind] as unknown as NodeBehaviour<NodeKind>;
};
