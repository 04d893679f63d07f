import { sql, type Kysely } from "kysely";
import type { DB } from "../generated/database.ts";

/** How far chains of managers are followed. */
const MOST_LEVELS = 10;
/** What a text must look like to be somebody's id: anything else is nobody's. */
const ID = /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/iu;

const ids = async (query: ReturnType<typeof sql<{ id: string }>>, db: Kysely<DB>): Promise<readonly string[]> =>
  (await query.execute(db)).rows.map((row) => row.id);

/** Who is who in the firm: answers are ids of active people, in a stable order. Read unlocked: the tree is reference data. */
export const directory = (db: Kysely<DB>) => ({
  inRole: (role: string) =>
    ids(sql<{ id: string }>`SELECT id FROM person WHERE active AND roles @> ARRAY[${role}::text] ORDER BY id`, db),
  inPost: (post: string) =>
    ids(sql<{ id: string }>`SELECT id FROM person WHERE active AND post = ${post} ORDER BY id`, db),
  membersWith: (personId: string) =>
    ids(
      sql<{ id: string }>`
      SELECT m.id FROM person p JOIN person m ON m.department_id = p.department_id
      WHERE p.id = ${personId} AND m.active ORDER BY m.id`,
      db,
    ),
  headOf: (departmentId: string) =>
    ids(
      sql<{ id: string }>`SELECT head_id AS id FROM department WHERE id = ${departmentId} AND head_id IS NOT NULL`,
      db,
    ),
  headOver: (personId: string) =>
    ids(
      sql<{ id: string }>`
      SELECT d.head_id AS id FROM person p JOIN department d ON d.id = p.department_id
      WHERE p.id = ${personId} AND d.head_id IS NOT NULL`,
      db,
    ),
  /** Who covers a territory, all or those of a post; where nobody does, who covers the nearest one that it is part of. */
  covering: (territoryId: string, post: string | undefined) =>
    ids(
      sql<{ id: string }>`
      WITH RECURSIVE chain AS (
        SELECT id, parent_id, 1 AS level FROM territory WHERE id = ${territoryId} AND deleted_at IS NULL
        UNION ALL
        SELECT t.id, t.parent_id, chain.level + 1 FROM chain JOIN territory t ON t.id = chain.parent_id AND t.deleted_at IS NULL
        WHERE chain.level < ${MOST_LEVELS}
      ), covered AS (
        SELECT m.person_id AS id, chain.level, m.position FROM chain JOIN territory_member m ON m.territory_id = chain.id
        JOIN person p ON p.id = m.person_id
        WHERE p.active AND (${post ?? null}::text IS NULL OR p.post = ${post ?? null})
      )
      SELECT id FROM covered WHERE level = (SELECT min(level) FROM covered) ORDER BY position, id`,
      db,
    ),
  /** What somebody is called, whether they are still active or not; null for whoever is none of the firm. */
  nameOf: async (personId: string): Promise<string | null> => {
    if (!ID.test(personId)) return null;
    const { rows } = await sql<{ name: string }>`SELECT name FROM person WHERE id = ${personId}`.execute(db);
    return rows[0]?.name ?? null;
  },
  /** The managers over a person, the nearest first, with their roles. */
  managersOver: async (
    personId: string,
  ): Promise<readonly { readonly id: string; readonly roles: readonly string[] }[]> => {
    const { rows } = await sql<{ id: string; roles: string[] }>`
      WITH RECURSIVE chain AS (
        SELECT manager_id AS id, 1 AS level, ARRAY[${personId}::uuid] AS seen FROM person WHERE id = ${personId}
        UNION ALL
        SELECT p.manager_id, chain.level + 1, chain.seen || p.id FROM chain JOIN person p ON p.id = chain.id
        WHERE chain.level < ${MOST_LEVELS} AND NOT p.manager_id = ANY (chain.seen)
      )
      SELECT p.id, p.roles FROM chain JOIN person p ON p.id = chain.id ORDER BY chain.level`.execute(db);
    return rows;
  },
});

export type Directory = ReturnType<typeof directory>;
