import { formal } from "../../bpmn/events.ts";
import type { NodeBpmn } from "../../bpmn/nodeBpmn.ts";
import { xml } from "../../bpmn/xmlNode.ts";
import type { ApprovalNode } from "./schema.ts";

/** When the votes are enough, in words that other tools show; what decides is the mode in the settings. */
const enough = ({ mode }: ApprovalNode): string => {
  if (mode.by === "any") return "decided >= 1";
  if (mode.by === "quorum")
    return mode.count === undefined ? `approvedShare >= ${mode.share ?? 100}` : `approved >= ${mode.count}`;
  if (mode.by === "weighted") return `approvedShare >= ${mode.share}`;
  return "rejected >= 1";
};

/** A user task of several instances, one for each who is asked. */
export const approvalBpmn: NodeBpmn<"approval"> = {
  element: () => "userTask",
  inside: (node) => [
    xml("bpmn:multiInstanceLoopCharacteristics", { isSequential: String(node.mode.by === "sequential") }, [
      formal("completionCondition", enough(node)),
    ]),
  ],
};
