import type { TaskAct } from "@sluice/process";
import type { InboxItem } from "../api/shapes.ts";

/** What can be done with several tasks at once. */
export const batchActs = ["approve", "claim", "markRead"] as const;
export type BatchAct = (typeof batchActs)[number];

/** Tells which of them a task allows: only acts that ask for nothing more. Rejecting and sending back want a reason each. */
export const batchActsOf = (task: Pick<InboxItem, "kind" | "claimable">): readonly BatchAct[] =>
  task.claimable ? ["claim"] : task.kind === "approval" ? ["approve"] : task.kind === "copy" ? ["markRead"] : [];

/** The acts that all of these allow. */
export const sharedActs = (tasks: readonly Pick<InboxItem, "kind" | "claimable">[]): readonly BatchAct[] =>
  batchActs.filter((act) => tasks.length > 0 && tasks.every((task) => batchActsOf(task).includes(act)));

/** The act as the server knows it. */
export const taskActOf = (act: BatchAct): TaskAct =>
  act === "markRead" ? { do: "complete", outcome: "done" } : { do: act };
