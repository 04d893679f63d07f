import { MARKER_WORKFLOW, markerId, queueName } from "@sluice/contracts";
import { WorkflowNotFoundError } from "@temporalio/client";
import type { TemporalLink } from "./temporalLink.ts";

/** Tells whether the Temporal server that answers knows this install. Throws when none answers. */
export const hasMarker = async (link: TemporalLink, epoch: string): Promise<boolean> => {
  try {
    const { status } = await link.call((client) => client.workflow.getHandle(markerId(epoch)).describe());
    return status.name === "RUNNING";
  } catch (error) {
    if (error instanceof WorkflowNotFoundError) return false;
    throw error;
  }
};

/** Marks the Temporal server as knowing this install: a workflow that stays open for ever. Idempotent. */
export const setMarker = async (link: TemporalLink, epoch: string): Promise<void> => {
  await link.call((client) =>
    client.workflow.start(MARKER_WORKFLOW, {
      workflowId: markerId(epoch),
      taskQueue: queueName(epoch, "people"),
      args: [],
      workflowIdConflictPolicy: "USE_EXISTING",
    }),
  );
};
