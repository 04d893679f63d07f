import type { EdgeCondition, Node, ProcessDefinition } from "@sluice/process";

const outcomesOf = (node: Node): readonly string[] => {
  switch (node.kind) {
    case "approval":
      return ["approved", "rejected", "withdrawn"];
    case "task":
      return node.outcomes.map((outcome) => outcome.key);
    case "race":
      return node.runners.map((runner) => runner.key);
    default:
      return [];
  }
};

/**
 * When a new wire out of a step should be taken: the first outcome without a wire, `default` then `when` out of a branch,
 * `next` then `timeout` out of what waits with a limit, else `next`.
 */
export const nextCondition = (definition: ProcessDefinition, from: Node): EdgeCondition => {
  const out = definition.edges.filter((edge) => edge.from === from.id);
  const used = new Set(out.map((edge) => (edge.on.kind === "outcome" ? edge.on.outcome : edge.on.kind)));
  const outcome = outcomesOf(from).find((key) => !used.has(key));
  if (outcome !== undefined) return { kind: "outcome", outcome };
  if (from.kind === "branch") {
    if (!used.has("default")) return { kind: "default" };
    const orders = out.map((edge) => (edge.on.kind === "when" ? edge.on.order : -1));
    return { kind: "when", when: "true", order: Math.max(-1, ...orders) + 1 };
  }
  if (from.kind === "message" && from.giveUpAfter !== undefined && used.has("next")) return { kind: "timeout" };
  return { kind: "next" };
};

export { outcomesOf };
