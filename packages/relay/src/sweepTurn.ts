import { carrierId } from "@sluice/contracts";
import type { Logger } from "@sluice/telemetry";
import { WorkflowNotFoundError } from "@temporalio/client";
import type { Pool } from "pg";
import { atPace } from "./atPace.ts";
import { endOlderRuns } from "./endOlderRuns.ts";
import { hasMarker, setMarker } from "./marker.ts";
import type { RelaySettings } from "./relaySettings.ts";
import { forgetSchedules } from "./schedules.ts";
import { schedulesTurn } from "./schedulesTurn.ts";
import { type Sender, sendDirective } from "./sendDirective.ts";
import { type StuckCase, stuckCases } from "./stuckCases.ts";
import { wantingCases } from "./wantingCases.ts";

export interface Sweep {
  readonly pool: Pool;
  readonly sender: () => Promise<Sender>;
  readonly settings: RelaySettings;
  readonly log: Logger;
  readonly isOver: () => boolean;
  readonly count: { swept: number; rearmed: number; startedAnew: number };
}

const LIMIT = 500;
const IN_VAIN = 3;

/**
 * The bells that cases without an alarm still had out are gone with the runs that held them. Cases with an alarm are handed
 * theirs with the directive.
 */
const forgetBells = (pool: Pool): Promise<unknown> =>
  pool.query('UPDATE "case" SET armed_at = NULL WHERE armed_at IS NOT NULL AND alarm_at IS NULL');

const sendAgain = async (sender: Sender, stuck: StuckCase): Promise<void> => {
  if (stuck.times >= IN_VAIN) {
    try {
      const { link, epoch } = sender;
      await link.call((client) =>
        client.workflow.getHandle(carrierId(epoch, stuck.caseId)).terminate("sent to in vain"),
      );
    } catch (error) {
      if (!(error instanceof WorkflowNotFoundError)) throw error;
    }
  }
  await sendDirective(sender, stuck);
};

/**
 * The net below everything: sends again what should have happened by itself and did not, at a set pace.
 *
 * First asks Temporal for this install's marker: a server that answers without it has lost the runs, so everything wanted is
 * sent to it, and only then is it marked; a relay that dies in between begins again. Then the cases that are stuck; the third
 * time in vain their run is terminated and started anew, for it holds nothing worth keeping. Throws when Temporal is away, and
 * counts nothing against any case then. Answers whether there may be more.
 */
export const sweepTurn = async ({ pool, sender, settings, log, isOver, count }: Sweep): Promise<boolean> => {
  const ready = await sender();
  const pace = { perSecond: settings.sweepPerSecond, isOver };
  if (!(await hasMarker(ready.link, ready.epoch))) {
    await forgetBells(pool);
    const wanting = await wantingCases(pool);
    log.warn({ cases: wanting.length }, "Temporal does not know this install: everything wanted is sent again");
    const failed = await atPace(wanting, pace, (it) => sendDirective(ready, it));
    if (failed.length > 0) throw new Error(`${failed.length} cases were not armed`, { cause: failed[0]?.[1] });
    if (isOver()) return false;
    await forgetSchedules(pool);
    for (let more = true; more && !isOver();) more = await schedulesTurn({ pool, sender, log });
    const superseded = await endOlderRuns(pool, ready.link);
    if (superseded > 0) log.info({ superseded }, "runs of an older epoch were ended");
    await setMarker(ready.link, ready.epoch);
    count.rearmed += wanting.length;
  }
  const stuck = await stuckCases(pool, {
    overdueMs: settings.sweepOverdueMs,
    everyMs: settings.sweepEveryMs,
    limit: LIMIT,
  });
  for (const [{ caseId }, error] of await atPace(stuck, pace, (it) => sendAgain(ready, it))) {
    log.error({ caseId, err: error }, "a stuck case could not be sent to");
  }
  count.swept += stuck.length;
  count.startedAnew += stuck.filter(({ times }) => times >= IN_VAIN).length;
  return stuck.length === LIMIT;
};
