import type { NodeBpmn } from "../../bpmn/nodeBpmn.ts";

/** A send task. */
export const ccBpmn: NodeBpmn<"cc"> = { element: () => "sendTask" };
