import type { NodeBpmn } from "../bpmn/nodeBpmn.ts";
import type { NodeKind, NodeOf } from "../definition/node.ts";
import { actionBpmn } from "./action/bpmn.ts";
import { approvalBpmn } from "./approval/bpmn.ts";
import { assignBpmn } from "./assign/bpmn.ts";
import { branchBpmn } from "./branch/bpmn.ts";
import { ccBpmn } from "./cc/bpmn.ts";
import { endBpmn } from "./end/bpmn.ts";
import { guardBpmn } from "./guard/bpmn.ts";
import { joinBpmn } from "./join/bpmn.ts";
import { messageBpmn } from "./message/bpmn.ts";
import { parallelBpmn } from "./parallel/bpmn.ts";
import { raceBpmn } from "./race/bpmn.ts";
import { stageBpmn } from "./stage/bpmn.ts";
import { startBpmn } from "./start/bpmn.ts";
import { subprocessBpmn } from "./subprocess/bpmn.ts";
import { taskBpmn } from "./task/bpmn.ts";
import { timerBpmn } from "./timer/bpmn.ts";

/** How every kind of node is written in BPMN, by its kind. */
const nodeBpmns: { readonly [K in NodeKind]: NodeBpmn<K> } = {
  action: actionBpmn,
  approval: approvalBpmn,
  assign: assignBpmn,
  branch: branchBpmn,
  cc: ccBpmn,
  end: endBpmn,
  guard: guardBpmn,
  join: joinBpmn,
  message: messageBpmn,
  parallel: parallelBpmn,
  race: raceBpmn,
  stage: stageBpmn,
  start: startBpmn,
  subprocess: subprocessBpmn,
  task: taskBpmn,
  timer: timerBpmn,
};

/** How a node is written in BPMN. */
export const bpmnOf = <K extends NodeKind>(node: NodeOf<K>): NodeBpmn<K> => nodeBpmns[node.kind as K] as NodeBpmn<K>;
