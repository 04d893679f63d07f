import type { ParcelHouse } from "./aParcelHouse.ts";

/** Answers what was promised and is not there: commands without their answer, and steps without their event. */
export const lostPromises = async ({ rows, promised }: ParcelHouse): Promise<readonly string[]> => {
  const kept = new Set(
    (
      await rows<{ id: string }>(
        `SELECT command.id FROM command WHERE command.id = ANY ($1) AND (answer ->> 'seq' IS NULL OR EXISTS (
           SELECT FROM case_event AS e
           WHERE e.command_id = command.id AND e.case_id::text = answer ->> 'caseId' AND e.seq = (answer ->> 'seq')::int))`,
        [promised.map(({ commandId }) => commandId)],
      )
    ).map(({ id }) => id),
  );
  return promised.filter(({ commandId }) => !kept.has(commandId)).map((it) => JSON.stringify(it));
};

const COUNT = `
SELECT c.id, c.status, c.stage_key AS stage,
  c.seq - (SELECT count(*)::int FROM case_event AS e WHERE e.case_id = c.id) AS "eventsMissing",
  (SELECT count(*)::int FROM case_event AS e WHERE e.case_id = c.id AND e.event ->> 'type' = 'effectDone') AS "effectsDone",
  (SELECT string_agg(verdict, ' ' ORDER BY verdict) FROM decision AS d WHERE d.case_id = c.id) AS decisions,
  (SELECT string_agg(t.node || ':' || t.status, ' ' ORDER BY t.node) FROM task AS t WHERE t.case_id = c.id) AS tasks,
  (SELECT count(*)::int FROM notice AS n WHERE n.case_id = c.id AND n.node = 'tell') AS notices,
  (SELECT count(*)::int FROM case_created AS r WHERE r.case_id = c.id AND r.record_type = 'quote') AS quotes,
  (SELECT count(*)::int FROM mail_outbox AS m WHERE m.case_id = c.id) AS mails,
  (SELECT string_agg(e.block || ':' || e.status, ' ' ORDER BY e.block) FROM effect AS e WHERE e.case_id = c.id) AS effects
FROM "case" AS c WHERE c.id = ANY ($1) ORDER BY c.id`;

/** What one parcel that arrived has left behind: each once. */
const ARRIVED = {
  status: "ended",
  stage: "over",
  eventsMissing: 0,
  effectsDone: 2,
  decisions: "approve packed weighed",
  tasks: "approve:done pack:done weigh:done",
  notices: 1,
  quotes: 1,
  mails: 1,
  effects: "mail:done webhook:done",
  calls: 1,
} as const;

/** What the parcels have left inside and outside, and what they should have. */
export const parcelCounts = async ({ rows, sink }: ParcelHouse, ids: readonly string[]) => {
  const counted = await rows<{ id: string }>(COUNT, [ids]);
  const keys = [...sink.distinct()];
  return {
    counted: counted.map(({ id, ...counts }) => ({
      ...counts,
      calls: keys.filter((key) => key.startsWith(id)).length,
    })),
    expected: ids.map(() => ARRIVED),
  };
};

/** Everything that should have happened by itself and has not: parcels on their way, late alarms, effects, directives, inbox rows, twice used numbers. */
export const leftUndone = ({ rows }: ParcelHouse): Promise<readonly Record<string, unknown>[]> =>
  rows(`
    SELECT 'parcel' AS what, id::text AS which FROM "case" WHERE process_key IN ('parcel', 'parting') AND status <> 'ended'
    UNION ALL SELECT 'alarm' AS what, id::text AS which FROM "case" WHERE alarm_at < now()
    UNION ALL SELECT 'effect ' || status, case_id || ' ' || key FROM effect WHERE status IN ('wanted', 'begun')
    UNION ALL SELECT 'outbox', case_id::text FROM outbox
    UNION ALL SELECT 'inbox', case_id::text FROM case_inbox WHERE not_before <= now()
    UNION ALL SELECT 'incident ' || code, case_id::text FROM incident WHERE cleared_at IS NULL
    UNION ALL SELECT 'number twice', number FROM quote GROUP BY number HAVING count(*) > 1
    UNION ALL SELECT 'event missing', id::text FROM "case" AS c WHERE seq <> (SELECT count(*) FROM case_event AS e WHERE e.case_id = c.id)
    UNION ALL SELECT 'nobody to go on', id::text FROM "case" AS c WHERE status <> 'ended' AND alarm_at IS NULL
      AND NOT EXISTS (SELECT FROM task AS t WHERE t.case_id = c.id AND t.status = 'open')
      AND (stage_key IS NULL OR kind <> 'lifeCycle')`);
