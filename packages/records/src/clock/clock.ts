import { sql, type Kysely } from "kysely";
import type { DB } from "../generated/database.ts";

/** Where the door takes the time from. Read after the case is locked. */
export interface Clock {
  now(db: Kysely<DB>): Promise<string>;
}

/** The database's clock: one for all processes. */
export const databaseClock: Clock = {
  now: async (db) => {
    const { rows } = await sql<{ at: string }>`SELECT clock_timestamp() AS at`.execute(db);
    const [row] = rows;
    if (row === undefined) throw new Error("the database has no clock");
    return row.at;
  },
};
