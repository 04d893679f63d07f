import type { NodeBpmn } from "../../bpmn/nodeBpmn.ts";

/** A service task. */
export const assignBpmn: NodeBpmn<"assign"> = { element: () => "serviceTask" };
