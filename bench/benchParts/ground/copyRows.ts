import type pg from "pg";

/** A table whose rows are copied, and which of them; its parameters are those of the call. */
export interface Place {
  readonly table: string;
  readonly test: string;
}

/** The rows of a table as JSON, without what the database numbers itself. */
export interface Original {
  readonly table: string;
  readonly columns: readonly string[];
  readonly json: string;
}

/** Reads the rows of a place. Every parameter is a list of ids, whether the test speaks of it or not. */
export const originalOf = async (
  client: pg.Client,
  { table, test }: Place,
  lists: readonly (readonly string[])[],
): Promise<Original> => {
  const { rows: columns } = await client.query<{ name: string }>(
    `SELECT attname AS name FROM pg_attribute WHERE attrelid = $1::regclass AND attnum > 0 AND NOT attisdropped AND NOT (attname = 'id' AND atttypid = 'bigint'::regtype)`,
    [`"${table}"`],
  );
  // Every list is named, for Postgres must know the type of each.
  const typed = lists.map((_, index) => `$${index + 1}::uuid[] IS NOT NULL`).join(" AND ");
  const { rows } = await client.query<{ json: string }>(
    `SELECT coalesce(jsonb_agg(to_jsonb(it)), '[]')::text AS json FROM "${table}" AS it WHERE ${test} AND ${typed}`,
    [...lists],
  );
  return { table, columns: columns.map(({ name }) => name), json: rows[0]?.json ?? "[]" };
};

/** Writes rows that are told as lists of JSON, by one statement. */
export const writeRows = async (
  client: pg.Client,
  { table, columns }: Original,
  lists: readonly string[],
): Promise<void> => {
  const names = columns.map((name) => `"${name}"`).join(", ");
  const all = lists.map((json) => json.slice(1, -1)).filter((text) => text !== "");
  await client.query(
    `INSERT INTO "${table}" (${names}) SELECT ${names} FROM jsonb_populate_recordset(NULL::"${table}", $1::jsonb)`,
    [`[${all.join(",")}]`],
  );
};
