import { formal } from "../../bpmn/events.ts";
import type { NodeBpmn } from "../../bpmn/nodeBpmn.ts";
import type { JoinNode } from "./schema.ts";

const count = ({ wait }: JoinNode): number => (wait.for === "count" ? wait.count : 1);

/** A parallel gateway; a complex one where not all are waited for. */
export const joinBpmn: NodeBpmn<"join"> = {
  element: ({ wait }) => (wait.for === "all" ? "parallelGateway" : "complexGateway"),
  inside: (node) =>
    node.wait.for === "all" ? [] : [formal("activationCondition", `activationCount >= ${count(node)}`)],
};
