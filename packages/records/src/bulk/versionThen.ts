import { sql, type RawBuilder } from "kysely";

/** The SQL for the version that a case ran on at an instant: the one that its next migration took it from, else today's. */
export const versionThen = (alias: string, at: RawBuilder<unknown>): RawBuilder<number> => {
  const it = sql.ref(alias);
  return sql<number>`coalesce((
    SELECT (e.event #>> '{from,version}')::int FROM case_event e
    WHERE e.case_id = ${it}.id AND e.at > ${at} AND e.event ->> 'type' = 'migrate' ORDER BY e.seq LIMIT 1), ${it}.version)`;
};
