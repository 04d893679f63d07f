import type { Metrics } from "@sluice/telemetry";

interface Parts {
  readonly liveClients: () => number;
  readonly pool: { readonly totalCount: number; readonly idleCount: number; readonly waitingCount: number };
  readonly carrier: () => Promise<{ readonly isUp: boolean; readonly waiting: number }>;
}

/** What an operator watches beside requests, read when Prometheus asks: live streams, connections, what waits for Temporal. */
export const houseGauges = (metrics: Metrics, { liveClients, pool, carrier }: Parts): void => {
  const clients = metrics.gauge("live_clients", "Browsers that follow the news");
  const connections = metrics.gauge("database_connections", "Connections to Postgres", ["state"]);
  const waiting = metrics.gauge("outbox_waiting", "Directives that wait for Temporal");
  const up = metrics.gauge("temporal_up", "1 while Temporal answers");
  metrics.beforePage(async () => {
    const { isUp, waiting: rows } = await carrier();
    clients.set(liveClients());
    connections.set({ state: "idle" }, pool.idleCount);
    connections.set({ state: "busy" }, pool.totalCount - pool.idleCount);
    connections.set({ state: "asked for" }, pool.waitingCount);
    waiting.set(rows);
    up.set(isUp ? 1 : 0);
  });
};
