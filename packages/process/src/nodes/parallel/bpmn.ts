import type { NodeBpmn } from "../../bpmn/nodeBpmn.ts";

/** A parallel gateway; an inclusive one where its wires have conditions, which the graph knows. */
export const parallelBpmn: NodeBpmn<"parallel"> = { element: () => "parallelGateway" };
