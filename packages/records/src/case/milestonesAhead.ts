import type { Plan, Write } from "@sluice/process";

const orderOf = (plan: Plan, stageId: string | null): number => {
  const stage = stageId === null ? undefined : plan.nodes.get(stageId);
  return stage?.kind === "stage" ? stage.order : -1;
};

/**
 * The milestones that a record advances to by a step that began in the stage `from`, in their order.
 *
 * Going back, or anew into the stage it is in, is no advance: a quote whose cost went stale must be able to go back to waiting.
 */
export const milestonesAhead = (plan: Plan, from: string | null, writes: readonly Write[]): readonly string[] => {
  const milestones: string[] = [];
  let order = orderOf(plan, from);
  for (const write of writes) {
    if (write.write !== "enterStage") continue;
    const next = orderOf(plan, write.stage);
    if (write.milestone !== null && next > order) milestones.push(write.milestone);
    order = next;
  }
  return milestones;
};
