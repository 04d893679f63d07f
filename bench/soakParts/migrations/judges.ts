import { isDeepStrictEqual } from "node:util";
import type { QueryResultRow } from "pg";
import { foldOf, readCaseLogs } from "../../../test/support/foldedCases.ts";
import type { FirmOn } from "../../benchParts/ground/aFirmOn.ts";
import { toManySidedOfNow } from "./manySided.ts";

type Behind = Pick<FirmOn, "pool">;

/** Where every many-sided case stands: all of it but how many events it has seen, and since when it knows its trail. */
export const standing = async ({ pool }: Behind): Promise<ReadonlyMap<string, string>> => {
  const { rows } = await pool.query<{ id: string; stands: string }>(
    `SELECT c.id, md5(jsonb_build_array(c.version, c.status, c.stage_key, c.alarm_at, c.state - 'seq',
       (SELECT jsonb_agg(jsonb_build_array(t.key, t.node, t.name, t.status, t.due_at, t.assignee_id) ORDER BY t.key) FROM task t WHERE t.case_id = c.id),
       (SELECT jsonb_agg(jsonb_build_array(s.token, s.node, s.version, s.due_at, s.entered_at) ORDER BY s.token) FROM stay s WHERE s.case_id = c.id AND s.left_at IS NULL)
     )::text) AS stands FROM "case" c WHERE c.process_key = 'manySided'`,
  );
  return new Map(rows.map(({ id, stands }) => [id, stands]));
};

/** The cases that do not stand where they stood. */
export const elsewhere = (before: ReadonlyMap<string, string>, after: ReadonlyMap<string, string>): readonly string[] =>
  [...before].filter(([id, stands]) => after.get(id) !== stands).map(([id]) => `not where it stood: ${id}`);

/** Cases that have moved and are not noted, are noted and have not moved, moved twice, or have rows of both versions. */
export const halves = async ({ pool }: Behind, migration: string, before: number): Promise<readonly string[]> => {
  const { rows } = await pool.query<{ id: string; why: string }>(
    `WITH judged AS (
       SELECT c.id, c.version, m.case_id IS NOT NULL AS noted,
         (SELECT count(*)::int FROM case_event e WHERE e.case_id = c.id AND e.event ->> 'type' = 'migrate') AS times,
         (SELECT bool_and(s.version = c.version) FROM stay s WHERE s.case_id = c.id AND s.left_at IS NULL) AS one,
         EXISTS (SELECT FROM task t WHERE t.case_id = c.id AND t.status = 'open' AND t.node = ANY (CASE c.version WHEN 1 THEN $3::text[] ELSE $4::text[] END)) AS strange
       FROM "case" c LEFT JOIN case_migration_case m ON m.case_id = c.id AND m.migration_id = $1
       WHERE c.process_key = 'manySided'
     )
     SELECT id, CASE WHEN noted <> (version = 2) THEN 'half moved' WHEN times <> $2 + (version = 2)::int THEN 'moved ' || times || ' times'
       ELSE 'with rows of both versions' END AS why
     FROM judged WHERE noted <> (version = 2) OR times <> $2 + (version = 2)::int OR NOT one OR strange`,
    [migration, before, Object.values(toManySidedOfNow.nodes), Object.keys(toManySidedOfNow.nodes)],
  );
  return rows.map(({ id, why }) => `${why}: ${id}`);
};

/** The cases whose events do not lead to what is stored. */
export const unfolded = async ({ pool }: Behind): Promise<readonly string[]> => {
  const rows = async <Row extends QueryResultRow>(text: string, values: readonly unknown[] = []) =>
    (await pool.query<Row>(text, [...values])).rows;
  const logs = await readCaseLogs({ rows });
  return logs.filter((log) => !isDeepStrictEqual(foldOf(log), log.state)).map(({ id }) => `does not fold: ${id}`);
};
