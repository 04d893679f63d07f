import type pg from "pg";

/** One round trip to Postgres: a statement as it was sent. */
export interface Statement {
  readonly text: string;
  readonly values: readonly unknown[] | null;
}

/** Puts down every statement that this pool sends from now on. Must be called before its first connection is made. */
export const listenTo = (pool: pg.Pool): Statement[] => {
  const heard: Statement[] = [];
  pool.on("connect", (client) => {
    const send = client.query.bind(client) as (...args: readonly unknown[]) => unknown;
    const listening = (...args: readonly unknown[]): unknown => {
      const [text, values] = args;
      if (typeof text === "string") heard.push({ text, values: Array.isArray(values) ? values : null });
      return send(...args);
    };
    Object.assign(client, { query: listening });
  });
  return heard;
};
