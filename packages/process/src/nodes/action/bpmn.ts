import type { NodeBpmn } from "../../bpmn/nodeBpmn.ts";

/** A service task. */
export const actionBpmn: NodeBpmn<"action"> = { element: () => "serviceTask" };
