import type {
  CarrierActivities,
  CarrierAnswer,
  CaseRef,
  EffectProfile,
  ScheduleRef,
  WantedEffect,
} from "@sluice/contracts";
import { type ActivityOptions, ActivityCancellationType, proxyActivities } from "@temporalio/workflow";

/** Told to the door until it answers, however long Postgres is away. */
const FOR_EVER: ActivityOptions = {
  startToCloseTimeout: "10 seconds",
  retry: { initialInterval: "250 milliseconds", backoffCoefficient: 2, maximumInterval: "30 seconds" },
};

/**
 * Quick retries only: slow ones are alarms of the kernel, where people see them. An effect that is no longer wanted is
 * awaited all the same: what it did must be known, and its answer says whether it is to be undone.
 */
const quickly = (startToCloseTimeout: "20 seconds" | "60 seconds"): ActivityOptions => ({
  startToCloseTimeout,
  scheduleToCloseTimeout: "2 minutes",
  heartbeatTimeout: "10 seconds",
  cancellationType: ActivityCancellationType.WAIT_CANCELLATION_COMPLETED,
  retry: { initialInterval: "1 second", backoffCoefficient: 2, maximumAttempts: 5 },
});

const OF_PROFILE: Readonly<Record<EffectProfile, ActivityOptions>> = {
  quick: quickly("20 seconds"),
  slow: quickly("60 seconds"),
};

const { alarmRang, effectFailed, performEffect, scheduleFired } = proxyActivities<CarrierActivities>(FOR_EVER);

/** Tells the door that the alarm of `dueAt` rang. Retried for ever. */
export const ring = (ref: CaseRef, dueAt: string): Promise<CarrierAnswer> =>
  alarmRang.executeWithOptions({ ...FOR_EVER, summary: "Tells the case that it is time" }, [ref, dueAt]);

/** Performs an effect on its queue: at most 5 attempts in 2 minutes. */
export const perform = (ref: CaseRef, effect: WantedEffect): Promise<CarrierAnswer> =>
  performEffect.executeWithOptions(
    { ...OF_PROFILE[effect.profile], taskQueue: effect.queue, summary: `Performs: ${effect.kind}` },
    [ref, effect.key],
  );

/** Tells the door that the quick attempts are used up. Retried for ever. */
export const giveUp = (
  ref: CaseRef,
  key: string,
  ending: { reason: string; outcomeUnknown: boolean },
): Promise<CarrierAnswer> =>
  effectFailed.executeWithOptions({ ...FOR_EVER, summary: "Tells the case that the attempts are used up" }, [
    ref,
    key,
    ending.reason,
    ending.outcomeUnknown,
  ]);

/** Tells the door that an instant of a schedule has come. Retried for ever. */
export const fire = (ref: ScheduleRef, at: string): Promise<void> =>
  scheduleFired.executeWithOptions({ ...FOR_EVER, summary: "Begins what is due" }, [ref, at]);
