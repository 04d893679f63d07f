import { sql, type RawBuilder } from "kysely";

/** The SQL test for the cases that stand at a step or in a stage; all without one. The table `case` is in scope under the given name. */
export const standsAt = (alias: string, node: string | undefined): RawBuilder<boolean> => {
  if (node === undefined) return sql<boolean>`true`;
  const it = sql.ref(alias);
  return sql<boolean>`(${it}.state ->> 'stage' = ${node}
    OR EXISTS (SELECT FROM stay WHERE stay.case_id = ${it}.id AND stay.node = ${node} AND stay.left_at IS NULL))`;
};
