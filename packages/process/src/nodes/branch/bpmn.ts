import type { NodeBpmn } from "../../bpmn/nodeBpmn.ts";

/** An exclusive gateway; one with a table is a business rule task before the gateway. */
export const branchBpmn: NodeBpmn<"branch"> = {
  element: ({ table }) => (table ? "businessRuleTask" : "exclusiveGateway"),
};
