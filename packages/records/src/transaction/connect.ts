import { problem, Refusal } from "@sluice/problems";
import type pg from "pg";

/**
 * A connection of the pool, to be released by whoever asked.
 *
 * @problem BUSY - all of them were in use for too long
 */
export const connect = async (pool: pg.Pool): Promise<pg.PoolClient> => {
  try {
    return await pool.connect();
  } catch (cause) {
    if (cause instanceof Error && cause.message.startsWith("timeout exceeded when trying to connect"))
      throw new Refusal([problem("BUSY")]);
    throw cause;
  }
};
