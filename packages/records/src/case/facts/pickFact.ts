import { createHash } from "node:crypto";
import { sql } from "kysely";
import type { FactSource } from "./factSource.ts";

interface PickWish {
  readonly from: readonly string[];
  readonly strategy: string;
}

const leastBusy = async ({ db }: FactSource, from: readonly string[]): Promise<string | null> => {
  const { rows } = await sql<{ person_id: string }>`
    SELECT p.id AS person_id FROM unnest(${from}::uuid[]) WITH ORDINALITY AS p (id, place)
    ORDER BY (SELECT count(*) FROM task t WHERE t.assignee_id = p.id AND t.status = 'open'), p.place LIMIT 1`.execute(
    db,
  );
  return rows[0]?.person_id ?? null;
};

/** Whose turn it is among these people: the one with the fewest turns, in the order given. A command counts the turn. */
const roundRobin = async (source: FactSource, from: readonly string[]): Promise<string | null> => {
  const pool = createHash("sha256").update(from.toSorted().join()).digest("hex").slice(0, 32);
  if (source.isCommand) await sql`SELECT pg_advisory_xact_lock(hashtextextended(${pool}, 0))`.execute(source.db);
  const { rows } = await sql<{ person_id: string }>`
    SELECT p.id AS person_id FROM unnest(${from}::uuid[]) WITH ORDINALITY AS p (id, place)
    LEFT JOIN pick_turn t ON t.pool = ${pool} AND t.person_id = p.id
    ORDER BY coalesce(t.turns, 0), p.place LIMIT 1`.execute(source.db);
  const personId = rows[0]?.person_id ?? null;
  if (personId !== null && source.isCommand) {
    await sql`
      INSERT INTO pick_turn (pool, person_id, turns) VALUES (${pool}, ${personId}, 1)
      ON CONFLICT (pool, person_id) DO UPDATE SET turns = pick_turn.turns + 1`.execute(source.db);
  }
  return personId;
};

/** The person that a distribution strategy takes out of these, or null when there is nobody. */
export const pick = async (source: FactSource, { from, strategy }: PickWish): Promise<string | null> => {
  if (from.length === 0) return null;
  return strategy === "leastBusy" ? leastBusy(source, from) : roundRobin(source, from);
};
