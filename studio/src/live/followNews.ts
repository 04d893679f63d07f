import { client } from "../api/client.ts";

/** One line of news: something of this type and id is at this version now; type `*` means "ask for everything again". */
export interface News {
  readonly type: string;
  readonly id: string;
  readonly version: number;
}

const channelName = "sluice.news";
const lockName = "sluice.news.leader";

/**
 * Hears of every change, with one stream per browser: the tab that holds the lock listens to the server and tells the others.
 * When it closes, the lock passes on and the next tab listens. Returns what ends it.
 */
export const followNews = (hear: (news: News) => void, onConnection: (connected: boolean) => void): (() => void) => {
  const channel = new BroadcastChannel(channelName);
  channel.addEventListener("message", (event: MessageEvent<News | { connected: boolean }>) => {
    if ("connected" in event.data) onConnection(event.data.connected);
    else hear(event.data);
  });
  const ended = new AbortController();

  const lead = (): Promise<void> =>
    new Promise((resolve) => {
      const tellConnection = (connected: boolean): void => {
        // What ends after this tab has stopped listening is no news about the stream.
        if (ended.signal.aborted) return;
        onConnection(connected);
        channel.postMessage({ connected });
      };
      const subscription = client.subscription(
        "live.invalidations",
        {},
        {
          onData: (value) => {
            const { data } = value as { data: News };
            hear(data);
            channel.postMessage(data);
          },
          onConnectionStateChange: (state) => {
            if (state.state === "pending") tellConnection(true);
            if (state.state === "connecting" && state.error !== null) tellConnection(false);
          },
          onError: () => tellConnection(false),
        },
      );
      ended.signal.addEventListener("abort", () => {
        subscription.unsubscribe();
        resolve();
      });
    });

  // Without the lock API every tab listens for itself.
  if ("locks" in navigator)
    void navigator.locks.request(lockName, { signal: ended.signal }, lead).catch(() => undefined);
  else void lead();

  return () => {
    ended.abort();
    channel.close();
  };
};
