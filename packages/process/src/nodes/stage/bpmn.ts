import type { NodeBpmn } from "../../bpmn/nodeBpmn.ts";

/** An embedded sub-process; its moves stand on its border as boundary events. */
export const stageBpmn: NodeBpmn<"stage"> = { element: () => "subProcess" };
