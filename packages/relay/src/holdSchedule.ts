import { queueName, SCHEDULE_WORKFLOW, scheduleId, type ScheduleRef } from "@sluice/contracts";
import { ScheduleAlreadyRunning, ScheduleNotFoundError, type ScheduleOptions } from "@temporalio/client";
import type { ClaimedSchedule, WantedSchedule } from "./schedules.ts";
import type { TemporalLink } from "./temporalLink.ts";

interface Place {
  readonly link: TemporalLink;
  readonly epoch: string;
}

const optionsOf = (epoch: string, processKey: string, { cron, zone }: WantedSchedule) => {
  const ref: ScheduleRef = { epoch, processKey, cron, zone };
  const id = scheduleId(epoch, processKey);
  return {
    scheduleId: id,
    spec: { cronExpressions: [cron.trim()], timezone: zone },
    action: {
      type: "startWorkflow",
      workflowType: SCHEDULE_WORKFLOW,
      workflowId: id,
      taskQueue: queueName(epoch, "bulk"),
      args: [ref],
    },
    policies: { overlap: "SKIP", catchupWindow: "1 day", pauseOnFailure: false },
  } satisfies ScheduleOptions;
};

const remove = async ({ link, epoch }: Place, processKey: string): Promise<void> => {
  try {
    await link.call((client) => client.schedule.getHandle(scheduleId(epoch, processKey)).delete());
  } catch (error) {
    if (!(error instanceof ScheduleNotFoundError)) throw error;
  }
};

/**
 * Brings the schedule of a process in line in Temporal: made, changed, or taken away. Idempotent.
 *
 * One that is made anew also tells the instants that were due while there was none, for a day back at most; a firing is known by
 * its instant, so none is told twice. Instants that come while one is under way are passed over. What an operator has paused stays
 * paused.
 */
export const holdSchedule = async (place: Place, { processKey, wanted, dueSince }: ClaimedSchedule): Promise<void> => {
  const { link, epoch } = place;
  if (wanted === null) return remove(place, processKey);
  const options = optionsOf(epoch, processKey, wanted);
  const now = new Date();
  const missed = { start: new Date(dueSince), end: now, overlap: "SKIP" } as const;
  try {
    await link.call((client) =>
      client.schedule.create({ ...options, ...(missed.start < now ? { state: { backfill: [missed] } } : {}) }),
    );
  } catch (error) {
    if (!(error instanceof ScheduleAlreadyRunning)) throw error;
    const { scheduleId: _id, ...rest } = options;
    await link.call((client) =>
      client.schedule.getHandle(options.scheduleId).update((held) => ({ ...rest, state: held.state })),
    );
  }
};
