import { scheduleId } from "@sluice/contracts";
import { ScheduleNotFoundError, WorkflowNotFoundError } from "@temporalio/client";
import type { Pool } from "pg";
import type { TemporalLink } from "./temporalLink.ts";

const AT_ONCE = 200;

const runsOf = (link: TemporalLink, epoch: string): Promise<string[]> =>
  link.call(async (client) => {
    const found: string[] = [];
    for await (const { workflowId } of client.workflow.list({
      query: `WorkflowId STARTS_WITH '${epoch}:' AND ExecutionStatus = 'Running'`,
    })) {
      found.push(workflowId);
      if (found.length === AT_ONCE) break;
    }
    return found;
  });

const end = async (link: TemporalLink, workflowId: string): Promise<void> => {
  try {
    await link.call((client) => client.workflow.getHandle(workflowId).terminate("superseded"));
  } catch (error) {
    if (!(error instanceof WorkflowNotFoundError)) throw error;
  }
};

/** Takes away the schedules of older epochs: nobody would do what they fire. */
const endSchedules = async (link: TemporalLink, epochs: readonly string[]): Promise<void> => {
  if (epochs.length === 0) return;
  const left = await link.call(async (client) => {
    const ids: string[] = [];
    for await (const { scheduleId: id } of client.schedule.list())
      if (epochs.some((epoch) => id.startsWith(scheduleId(epoch, "")))) ids.push(id);
    return ids;
  });
  for (const id of left) {
    try {
      await link.call((client) => client.schedule.getHandle(id).delete());
    } catch (error) {
      if (!(error instanceof ScheduleNotFoundError)) throw error;
    }
  }
};

/**
 * Ends what older epochs of this install have left running: the door would answer them "superseded", but nobody serves their
 * queues any more, so they would stay for ever. Answers how many it ended.
 */
export const endOlderRuns = async (pool: Pool, link: TemporalLink): Promise<number> => {
  const { rows } = await pool.query<{ epoch: string }>("SELECT unnest(past_epochs) AS epoch FROM install");
  await endSchedules(
    link,
    rows.map(({ epoch }) => epoch),
  );
  const ended = new Set<string>();
  for (const { epoch } of rows) {
    for (let more = true; more;) {
      const left = (await runsOf(link, epoch)).filter((id) => !ended.has(id));
      for (const id of left) {
        await end(link, id);
        ended.add(id);
      }
      more = left.length > 0;
    }
  }
  return ended.size;
};
