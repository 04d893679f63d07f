import { Kysely, PostgresDialect } from "kysely";
import type pg from "pg";
import type { DB } from "../generated/database.ts";

const bound = new WeakMap<pg.PoolClient, Kysely<DB>>();

/** Kysely speaking through one connection and no other, so that what it says is part of that connection's transaction. */
export const kyselyOn = (client: pg.PoolClient): Kysely<DB> => {
  const known = bound.get(client);
  if (known !== undefined) return known;
  const connection = { query: client.query.bind(client), release: () => undefined };
  const made = new Kysely<DB>({
    dialect: new PostgresDialect({ pool: { connect: async () => connection as never, end: async () => undefined } }),
  });
  bound.set(client, made);
  return made;
};
