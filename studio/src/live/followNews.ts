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
 * When it closes, the lock passes on and the next tab listens; what was said between the two is asked for again. Returns what ends it.
 */
export const followNews = (hear: (news: News) => void, onConnection: (connected: boolean) => void): (() => void) => {
  const channel = new BroadcastChannel(channelName);
  channel.addEventListener("message", (event: MessageEvent<News | { connected: boolean }>) => {
    if ("connected" in event.data) onConnection(event.data.connected);
    else hear(event.data);
  });
  const ended = new AbortController();

  const everything: News = { type: "*", id: "*", version: 0 };
  const lead = (takesOver: boolean): Promise<void> =>
    new Promise((resolve) => {
      let mustAsk = takesOver;
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
            if (state.state === "pending") {
              tellConnection(true);
              if (mustAsk) {
                mustAsk = false;
                hear(everything);
                channel.postMessage(everything);
              }
            }
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
    void navigator.locks
      .request(lockName, { ifAvailable: true }, (lock) => (lock === null ? "taken" : lead(false)))
      .then((first) =>
        first === "taken" && !ended.signal.aborted
          ? navigator.locks.request(lockName, { signal: ended.signal }, () => lead(true))
          : undefined,
      )
      .catch(() => undefined);
  else void lead(false);

  return () => {
    ended.abort();
    channel.close();
  };
};
