import type { NodeBpmn } from "../../bpmn/nodeBpmn.ts";

/** A user task. */
export const taskBpmn: NodeBpmn<"task"> = { element: () => "userTask" };
