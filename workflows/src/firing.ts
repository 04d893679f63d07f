import type { ScheduleRef } from "@sluice/contracts";
import { workflowInfo } from "@temporalio/workflow";
import { fire } from "./calls.ts";

/** Temporal's name for the instant that a run was scheduled for. */
const SCHEDULED_AT = "TemporalScheduledStartTime";

/**
 * Tells the door that an instant of a schedule has come, until it answers; what begins is the door's to say.
 *
 * The instant is the schedule's own, however late the run is, so that a firing that is repeated is the same one.
 */
export const firing = async (ref: ScheduleRef): Promise<void> => {
  const { typedSearchAttributes, startTime } = workflowInfo();
  const scheduled = typedSearchAttributes.getAll().find(({ key }) => key.name === SCHEDULED_AT)?.value;
  await fire(ref, (scheduled instanceof Date ? scheduled : startTime).toISOString());
};
