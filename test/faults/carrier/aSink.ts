import { appendFileSync, existsSync, readFileSync } from "node:fs";
import { createServer } from "node:http";

/** The outside world that honours `Idempotency-Key`: counts what it is asked, and what it does. */
export interface Sink {
  readonly url: string;
  /** Every request, by its key. */
  readonly requests: readonly string[];
  /** The keys under which it did something: each once. */
  distinct(): ReadonlySet<string>;
  /** Called with the key of every request, before it is answered; null = nobody. */
  onAsked: ((key: string) => void) | null;
  close(): Promise<void>;
}

/** Where a sink is that outlives its process: its port, and the file that remembers what it was asked. */
export interface SinkPlace {
  readonly port?: number;
  readonly journal?: string;
}

export const aSink = async ({ port: wanted = 0, journal }: SinkPlace = {}): Promise<Sink> => {
  const remembered = journal !== undefined && existsSync(journal) ? readFileSync(journal, "utf8").split("\n") : [];
  const requests = remembered.filter((key) => key !== "");
  const server = createServer((request, response) => {
    request.resume();
    request.once("end", () => {
      const key = String(request.headers["idempotency-key"]);
      requests.push(key);
      if (journal !== undefined) appendFileSync(journal, `${key}\n`);
      sink.onAsked?.(key);
      response.setHeader("Content-Type", "application/json").end("{}");
    });
  });
  await new Promise<void>((resolve) => void server.listen(wanted, "127.0.0.1", resolve));
  const address = server.address();
  const port = typeof address === "object" && address !== null ? address.port : 0;
  const sink: Sink = {
    url: `http://127.0.0.1:${port}/done`,
    requests,
    distinct: () => new Set(requests),
    onAsked: null,
    close: () =>
      new Promise((resolve) => {
        server.closeAllConnections();
        server.close(() => resolve());
      }),
  };
  return sink;
};
