import type { ScheduleRef } from "@sluice/contracts";
import { sql } from "kysely";
import type { House } from "../house.ts";
import { readEpoch } from "../install/epoch.ts";
import type { DoorTransaction } from "../transaction/doorTransaction.ts";
import { runTransaction } from "../transaction/runTransaction.ts";

const DAY_MS = 86_400_000;
/** A firing that comes later than this is none any more; Temporal makes up for a day at most. */
const LATEST_MS = 2 * DAY_MS;
/** Firings are remembered for longer than they can be repeated. */
const KEPT = sql`interval '7 days'`;

/** What stands in the place of a version where none began. */
const PASSED_OVER = 0;

/** The published version that wants this very schedule, its process held so that firings come one after the other; else null. */
const wantedVersion = async (tx: DoorTransaction, { processKey, cron, zone }: ScheduleRef): Promise<number | null> => {
  const trigger = JSON.stringify({ nodes: [{ kind: "start", trigger: { on: "schedule", cron, zone } }] });
  const { rows } = await sql<{ version: number }>`
    SELECT v.version FROM process p
    JOIN process_version v ON v.process_key = p.key AND v.version = p.published_version
    WHERE p.key = ${processKey} AND p.kind = 'side' AND v.definition @> ${trigger}::jsonb
    FOR NO KEY UPDATE OF p`.execute(tx.db);
  return rows[0]?.version ?? null;
};

/**
 * Takes word that an instant of a schedule has come: a row that its cases then begin from, batch after batch.
 *
 * Once per process and instant, however often it is told. Passed over, and kept as such, while an earlier instant is under way,
 * and when one has begun since this was due: what is overdue together begins once. Told by an older epoch, of a schedule that the published
 * version does not have, or two days late, it does nothing.
 */
export const fireSchedule = (house: House, ref: ScheduleRef, at: string): Promise<void> =>
  runTransaction(house, async (tx) => {
    const now = await house.clock.now(tx.db);
    if ((await readEpoch(tx.db)) !== ref.epoch || Date.parse(now) - Date.parse(at) > LATEST_MS) return;
    const version = await wantedVersion(tx, ref);
    if (version === null) return;
    await sql`DELETE FROM schedule_firing WHERE process_key = ${ref.processKey} AND ended_at < ${now}::timestamptz - ${KEPT}`.execute(
      tx.db,
    );
    const { rows } = await sql`
      SELECT FROM schedule_firing WHERE process_key = ${ref.processKey}
        AND (ended_at IS NULL OR (version > ${PASSED_OVER}::int AND fired_at >= ${at}::timestamptz)) LIMIT 1`.execute(
      tx.db,
    );
    const isPassedOver = rows.length > 0;
    await tx.db
      .insertInto("schedule_firing")
      .values({
        process_key: ref.processKey,
        at,
        version: isPassedOver ? PASSED_OVER : version,
        fired_at: now,
        ended_at: isPassedOver ? now : null,
      })
      .onConflict((conflict) => conflict.doNothing())
      .execute();
  });
