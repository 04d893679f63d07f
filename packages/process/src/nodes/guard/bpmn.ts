import { conditionalEvent, conditionText } from "../../bpmn/events.ts";
import type { NodeBpmn } from "../../bpmn/nodeBpmn.ts";

/** A gateway whose other way is a refusal; one that holds is an event that waits for its condition. */
export const guardBpmn: NodeBpmn<"guard"> = {
  element: ({ mode }) => (mode === "hold" ? "intermediateCatchEvent" : "exclusiveGateway"),
  inside: ({ mode, guard }) => (mode === "hold" ? [conditionalEvent(conditionText(guard.condition))] : []),
};
