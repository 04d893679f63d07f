import { bulkMore } from "../bulk/bulkMore.ts";
import { wakeMoreWatchers } from "../case/wakeWatchers.ts";
import type { CarrierDoor } from "../door.ts";
import type { House } from "../house.ts";
import { readEpoch } from "../install/epoch.ts";
import { migrateMore } from "../migration/migrateMore.ts";
import { fireSchedule } from "../start/fireSchedule.ts";
import { startMoreScheduled } from "../start/startMoreScheduled.ts";
import { runTransaction } from "../transaction/runTransaction.ts";
import { alarmRang } from "./alarmRang.ts";
import { begin } from "./begin.ts";
import { deliverInbox } from "./deliverInbox.ts";
import { handOutDirective } from "./directive.ts";
import { done } from "./done.ts";
import { failed } from "./failed.ts";

/** The side of the door for carriers and the relay: every call idempotent by the state it finds. */
export const carrierDoor = (house: House): CarrierDoor => ({
  directiveOf: (caseId) => runTransaction(house, async (tx) => handOutDirective(tx.db, caseId, await readEpoch(tx.db))),
  begin: (ref, effectKey) => begin(house, ref, effectKey),
  done: (ref, key, output) => done(house, ref, { key, output }),
  failed: (ref, key, reason, outcomeUnknown) => failed(house, ref, { key, reason, outcomeUnknown }),
  alarmRang: (ref, dueAt) => alarmRang(house, ref, dueAt),
  deliverInbox: (caseId) => deliverInbox(house, caseId),
  fireSchedule: (ref, at) => fireSchedule(house, ref, at),
  fanOut: async (lane) => {
    const woke = await runTransaction(house, (tx) => wakeMoreWatchers(tx, lane));
    const started = lane === "bulk" && (await startMoreScheduled(house));
    return woke || started;
  },
  migrateMore: () => migrateMore(house),
  bulkMore: () => bulkMore(house),
  epoch: () => runTransaction(house, (tx) => readEpoch(tx.db)),
});
