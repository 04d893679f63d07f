import pg from "pg";

const INSTANT = 1184;
const AS_WRITTEN = new Set([
  20, // bigint
  1082, // date
  1700, // numeric
]);

const readInstant = (text: string): string => new Date(text).toISOString();
const asWritten = (text: string): string => text;

/** How many people's commands run at once in one process; the others wait their turn. */
const DEFAULT_SIZE = 10;

/**
 * A pool whose values are what the house speaks: instants as ISO strings in UTC, dates, decimals and big integers as text.
 *
 * Every connection that the door uses must come from such a pool.
 */
export const createPool = (url: string, { size = DEFAULT_SIZE }: { readonly size?: number } = {}): pg.Pool => {
  const pool = new pg.Pool({
    connectionString: url,
    max: size,
    connectionTimeoutMillis: 5_000,
    types: {
      getTypeParser: (oid: number, format?: "text" | "binary") => {
        if (oid === INSTANT) return readInstant;
        if (AS_WRITTEN.has(oid)) return asWritten;
        const parse: (text: string) => unknown = pg.types.getTypeParser(oid, format as "text");
        return parse;
      },
    },
  });
  // A connection that dies while idle is replaced on the next use; that is the pool's business and no one else's.
  pool.on("error", () => undefined);
  return pool;
};
