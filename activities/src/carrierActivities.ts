import { type CarrierActivities, type CarrierAnswer, type CaseRef, idempotencyKey, NOT_DONE } from "@sluice/contracts";
import { machineReason } from "@sluice/problems";
import type { BeginAnswer, CarrierDoor } from "@sluice/records";
import { activityInfo, ApplicationFailure } from "@temporalio/activity";
import type { Ending, OuterBlocks } from "./blocks/outerBlock.ts";
import { heartbeating } from "./heartbeating.ts";
import { untilTold } from "./untilTold.ts";

type Begun = Extract<BeginAnswer, { verdict: "begin" }>;

/** The last seconds of an attempt are kept for its answer to reach the door. */
const RESERVE_MS = 5_000;

/**
 * The calls of carriers and schedules, each idempotent by state: begin, work, then tell the door.
 *
 * Work that has begun is worked to its end even if it was cancelled meanwhile, so that its outcome is known. A failure is
 * thrown only where a quick repetition is allowed and may help; everything else is told to the door, which decides.
 */
export const carrierActivities = ({ door, blocks }: { door: CarrierDoor; blocks: OuterBlocks }): CarrierActivities => {
  const work = async ({ block, input }: Begun, { caseId }: CaseRef, key: string): Promise<Ending> => {
    const outer = blocks[block];
    return outer === undefined
      ? { ending: "notDone", reason: machineReason("noSuchBlock", { block }), again: false }
      : outer.perform({ caseId, input, idempotencyKey: idempotencyKey(caseId, key) });
  };

  const tell = (ref: CaseRef, key: string, ending: Ending, { onUnknown }: Begun): Promise<CarrierAnswer> => {
    switch (ending.ending) {
      case "done":
        return door.done(ref, key, ending.output);
      case "notDone":
        if (ending.again && onUnknown === "repeat")
          throw ApplicationFailure.create({ message: ending.reason, type: NOT_DONE });
        return door.failed(ref, key, ending.reason, false);
      case "unknown":
        if (onUnknown === "repeat") throw ApplicationFailure.create({ message: ending.reason, type: "OutcomeUnknown" });
        return door.failed(ref, key, ending.reason, true);
    }
  };

  return {
    alarmRang: (ref, dueAt) => door.alarmRang(ref, dueAt),
    scheduleFired: (ref, at) => door.fireSchedule(ref, at),
    effectFailed: (ref, key, reason, outcomeUnknown) => door.failed(ref, key, reason, outcomeUnknown),
    performEffect: (ref, key) =>
      heartbeating(async () => {
        const startedAtMs = Date.now();
        const begun = await door.begin(ref, key);
        if (begun.verdict === "superseded") return begun.answer;
        const ending = await work(begun, ref, key);
        const leftMs = activityInfo().startToCloseTimeoutMs - RESERVE_MS - (Date.now() - startedAtMs);
        return ending.ending === "done"
          ? untilTold(() => tell(ref, key, ending, begun), leftMs)
          : tell(ref, key, ending, begun);
      }),
  };
};
