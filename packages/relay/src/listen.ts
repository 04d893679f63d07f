import type { Logger } from "@sluice/telemetry";
import pg from "pg";

/** A connection of its own that hears NOTIFY. */
export interface Ear {
  close(): Promise<void>;
}

const LONGEST_PAUSE_MS = 5_000;

/**
 * Calls `onNews` with the payload of every NOTIFY on `channel`, and with null whenever it begins to hear (again): then
 * something may have been missed. Reconnects for ever.
 */
export const listen = (
  { url, channel, log }: { readonly url: string; readonly channel: string; readonly log: Logger },
  onNews: (payload: string | null) => void,
): Ear => {
  let isOver = false;
  let client: pg.Client | null = null;
  let timer: NodeJS.Timeout | undefined;
  let pauseMs = 100;

  const again = (): void => {
    if (isOver) return;
    clearTimeout(timer);
    timer = setTimeout(() => void connect(), pauseMs);
    pauseMs = Math.min(2 * pauseMs, LONGEST_PAUSE_MS);
  };
  const connect = async (): Promise<void> => {
    const next = new pg.Client({ connectionString: url, application_name: "sluice-relay" });
    client = next;
    next.on("error", (error) => log.warn({ reason: error.message }, "the relay hears nothing from Postgres; it polls"));
    next.on("end", again);
    next.on("notification", ({ payload }) => onNews(payload ?? ""));
    try {
      await next.connect();
      await next.query(`LISTEN ${next.escapeIdentifier(channel)}`);
      pauseMs = 100;
      onNews(null);
    } catch (error) {
      log.warn(
        { reason: error instanceof Error ? error.message : String(error) },
        "the relay cannot listen to Postgres; it polls",
      );
      await next.end().catch(() => undefined);
      again();
    }
  };
  void connect();
  return {
    close: async () => {
      isOver = true;
      clearTimeout(timer);
      await client?.end().catch(() => undefined);
    },
  };
};
