import { Client, Connection } from "@temporalio/client";
import type { TemporalPlace } from "./relaySettings.ts";
import { tracedCalls } from "./tracedCalls.ts";

/** The relay's line to Temporal, and what it knows of it. */
export interface TemporalLink {
  /** Does one call within five seconds, and notes whether Temporal answered. Throws what the call throws. */
  call<Answer>(ask: (client: Client) => Promise<Answer>): Promise<Answer>;
  readonly state: { readonly isUp: boolean; readonly sinceMs: number; readonly reason: string | null };
  /** Called whenever Temporal answers again after it did not. */
  onBack(listener: () => void): void;
  close(): Promise<void>;
}

const DEADLINE_MS = 5_000;
/** gRPC codes by which a server, or the way to it, says that it is not there: cancelled, deadline, exhausted, unavailable. */
const ABSENT = new Set([1, 4, 8, 14]);

const codeOf = (error: unknown): number | null => {
  for (let cause = error; cause instanceof Error; cause = cause.cause) {
    if ("code" in cause && typeof cause.code === "number") return cause.code;
  }
  return null;
};

/** Tells whether an error means that Temporal is not there, rather than that it refused. */
export const isAbsent = (error: unknown): boolean => ABSENT.has(codeOf(error) ?? -1);

/** Opens the line. Does not wait for Temporal to be there, and comes back by itself within two seconds when it does. */
export const temporalLink = ({ address, namespace, tls, apiKey }: TemporalPlace): TemporalLink => {
  const connection = Connection.lazy({
    address,
    tls,
    ...(apiKey === null ? {} : { apiKey }),
    connectTimeout: DEADLINE_MS,
    channelArgs: { "grpc.initial_reconnect_backoff_ms": 200, "grpc.max_reconnect_backoff_ms": 2_000 },
  });
  const client = new Client({ connection, namespace, interceptors: { workflow: [tracedCalls] } });
  const listeners: (() => void)[] = [];
  let state: TemporalLink["state"] = { isUp: true, sinceMs: Date.now(), reason: null };
  const note = (isUp: boolean, reason: string | null): void => {
    if (state.isUp === isUp) return;
    state = { isUp, sinceMs: Date.now(), reason };
    if (isUp) for (const listener of listeners) listener();
  };
  return {
    get state() {
      return state;
    },
    onBack: (listener) => void listeners.push(listener),
    close: () => connection.close(),
    call: async (ask) => {
      try {
        const answer = await connection.withDeadline(Date.now() + DEADLINE_MS, () => ask(client));
        note(true, null);
        return answer;
      } catch (error) {
        if (isAbsent(error)) note(false, error instanceof Error ? error.message : String(error));
        else note(true, null);
        throw error;
      }
    },
  };
};
