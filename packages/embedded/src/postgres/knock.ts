import pg from "pg";

/** What a look at a port found: our server, ours but not ready yet, or nobody (or a stranger). */
export type Knock = "ready" | "not yet" | "nobody";

/** Connects as superuser and asks whose data the server there has. */
export const knock = async (superuserUrl: string, data: string): Promise<Knock> => {
  const client = new pg.Client({ connectionString: superuserUrl, connectionTimeoutMillis: 5_000 });
  client.on("error", () => undefined);
  try {
    await client.connect();
    const { rows } = await client.query<{ data_directory: string }>("SHOW data_directory");
    return rows[0]?.data_directory === data ? "ready" : "nobody";
  } catch (cause) {
    const isStarting = cause instanceof Error && "code" in cause && cause.code === "57P03";
    return isStarting ? "not yet" : "nobody";
  } finally {
    await client.end().catch(() => undefined);
  }
};
