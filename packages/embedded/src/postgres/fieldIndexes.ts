import type pg from "pg";
import type { Say } from "../machine/say.ts";

/** One builder at a time, whoever asks. */
const INDEX_LOCK = 73_480_024;
const CHANNEL = "sluice";

interface Wanting {
  readonly id: string;
  readonly record_table: string;
  readonly key: string;
  readonly type: string;
  readonly index_state: "wanted" | "unwanted";
  readonly version: number;
}

/** Nothing that an admin or the app's role wrote gets into a statement of the owner's unless it looks like this. */
const isPlain = ({ record_table: table, key }: Wanting): boolean =>
  /^[a-z_]{1,40}$/.test(table) && /^c_[A-Za-z0-9]{1,40}$/.test(key);

const indexName = ({ id }: Wanting): string => `field_${id.replaceAll("-", "")}`;

/** What the index holds: exactly what `fieldSql` in the records package compares and sorts by. */
const expressionOf = ({ key, type }: Wanting): string => {
  const text = `(custom ->> '${key}')`;
  switch (type) {
    case "integer":
    case "decimal":
    case "share":
    case "money":
      return `USING btree ((${text}::numeric), id)`;
    case "text":
      return `USING btree ((left(${text}, 500) COLLATE "zh-x-icu"), id)`;
    case "multiChoice":
      return `USING gin ((custom -> '${key}'))`;
    default:
      return `USING btree ((${text} COLLATE "C"), id)`;
  }
};

const settle = async (client: pg.Client, it: Wanting, state: "built" | "none" | "failed"): Promise<void> => {
  await client.query("BEGIN");
  const { rowCount } = await client.query(
    "UPDATE field SET index_state = $1 WHERE id = $2 AND version = $3 AND index_state = $4",
    [state, it.id, it.version, it.index_state],
  );
  if (rowCount === 1) {
    await client.query("UPDATE field_revision SET revision = revision + 1");
    await client.query("SELECT pg_notify($1, $2)", [
      CHANNEL,
      JSON.stringify([{ type: "field", id: it.id, version: it.version }]),
    ]);
  }
  await client.query("COMMIT");
};

const takeUp = async (client: pg.Client, it: Wanting): Promise<void> => {
  if (!isPlain(it)) throw new Error(`the field ${it.id} has no name that an index could have`);
  await client.query(`DROP INDEX CONCURRENTLY IF EXISTS "${indexName(it)}"`);
  if (it.index_state === "wanted")
    await client.query(`CREATE INDEX CONCURRENTLY "${indexName(it)}" ON "${it.record_table}" ${expressionOf(it)} `);
  await settle(client, it, it.index_state === "wanted" ? "built" : "none");
};

/**
 * Builds the index of every custom field that lists wait for, and drops those that no list needs: beside the work of others,
 * who are never kept from writing. Answers how many were taken up.
 *
 * Cut short, the next call does it again: a half-built index is dropped first. Two calls at once: the second finds nothing. One
 * that fails is marked so and stands in nobody's way; saving its field again tries anew.
 */
export const buildFieldIndexes = async (client: pg.Client, say: Say = () => undefined): Promise<number> => {
  const { rows: locked } = await client.query<{ got: boolean }>("SELECT pg_try_advisory_lock($1) AS got", [INDEX_LOCK]);
  if (locked[0]?.got !== true) return 0;
  try {
    const { rows } = await client.query<Wanting>(
      `SELECT id, record_table, key, settings ->> 'type' AS type, index_state, version FROM field
       WHERE index_state IN ('wanted', 'unwanted') ORDER BY id`,
    );
    for (const it of rows)
      await takeUp(client, it).catch(async (cause: unknown) => {
        say(`The index of ${it.record_table}.${it.key} failed: ${cause instanceof Error ? cause.message : "?"}`);
        await settle(client, it, "failed");
      });
    return rows.length;
  } finally {
    await client.query("SELECT pg_advisory_unlock($1)", [INDEX_LOCK]);
  }
};
