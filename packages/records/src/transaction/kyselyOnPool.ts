import { Kysely, PostgresDialect } from "kysely";
import type pg from "pg";
import type { DB } from "../generated/database.ts";

/** Kysely over a pool, for reading outside the door's transactions. The pool stays its maker's to end. */
export const kyselyOnPool = (pool: pg.Pool): Kysely<DB> => new Kysely<DB>({ dialect: new PostgresDialect({ pool }) });
