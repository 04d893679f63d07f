import type { ProcessDefinition } from "@sluice/process";

export type CommentNeed = "none" | "optional" | "required";

/** What a step asks of the comment with an act, as its process says; other acts may always carry one. */
export const commentNeed = (definition: ProcessDefinition | null, node: string, act: string): CommentNeed => {
  if (act === "comment") return "required";
  const step = definition?.nodes.find((it) => it.id === node);
  if (step?.kind === "task" && act === "complete") return step.comment;
  if (step?.kind === "approval" && (act === "approve" || act === "reject" || act === "sendBack"))
    return step.comment[act];
  return act === "comment" ? "required" : "optional";
};
