import type { Logger } from "@sluice/telemetry";
import type { Pool } from "pg";
import { holdSchedule } from "./holdSchedule.ts";
import { claimSchedule, noteSchedule, schedulesOutOfLine } from "./schedules.ts";
import type { Sender } from "./sendDirective.ts";
import { isAbsent } from "./temporalLink.ts";

interface Schedules {
  readonly pool: Pool;
  readonly sender: () => Promise<Sender>;
  readonly log: Logger;
}

/**
 * Brings Temporal's schedules in line with what the published versions want.
 *
 * What is wanted stands in Postgres, what Temporal holds is noted there after it was told: a relay that dies in between leaves a
 * difference, and the next one tells it again. One that Temporal does not take keeps its lease, so it holds up no other. Throws
 * when Temporal is away. Answers whether there may be more.
 */
export const schedulesTurn = async ({ pool, sender, log }: Schedules): Promise<boolean> => {
  const { link, epoch } = await sender();
  const keys = await schedulesOutOfLine(pool, epoch);
  let done = 0;
  for (const processKey of keys) {
    const claim = await claimSchedule(pool, processKey);
    if (claim === null) continue;
    try {
      await holdSchedule({ link, epoch }, claim);
    } catch (error) {
      if (isAbsent(error)) throw error;
      log.error({ processKey, err: error }, "Temporal does not take a schedule");
      continue;
    }
    await noteSchedule(pool, claim, epoch);
    log.info({ processKey, schedule: claim.wanted }, "a schedule was brought in line");
    done += 1;
  }
  return done > 0;
};
