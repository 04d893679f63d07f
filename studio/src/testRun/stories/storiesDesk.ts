import type { PlayedStories, StoriesOrder } from "./playStories.ts";
import type { StoriesNews } from "./stories.worker.ts";

/** How they went; null where the draft cannot run at all, `stopped` where they were not played to their end. */
export type StoriesAnswer = PlayedStories | null | "stopped";

/** A thread beside the page: what the desk needs of one. */
export type StoriesThread = Pick<Worker, "postMessage" | "terminate" | "onmessage" | "onerror">;

/** Whoever waits for the stories of a draft. */
interface Waiting {
  readonly onProgress?: (done: number) => void;
  readonly signal?: AbortSignal;
}

/** Plays the stories of drafts beside the page: the newest draft only, each draft once however many ask. */
export interface StoriesDesk {
  /** Stopped when another draft is asked about, somebody who waits gives it up, or the thread does not answer in time. */
  play(order: StoriesOrder, waiting?: Waiting): Promise<StoriesAnswer>;
}

interface Job extends StoriesOrder {
  readonly answer: Promise<StoriesAnswer>;
  readonly listeners: Set<(done: number) => void>;
  readonly end: (answer: StoriesAnswer) => void;
}

/** `open` makes a thread, which is ended after `limitMs` whatever it does. */
export const storiesDesk = ({
  open,
  limitMs,
}: {
  readonly open: () => StoriesThread;
  readonly limitMs: number;
}): StoriesDesk => {
  let newest: Job | null = null;

  const begin = (order: StoriesOrder): Job => {
    const thread = open();
    const listeners = new Set<(done: number) => void>();
    let settle: (answer: StoriesAnswer) => void = () => undefined;
    const answer = new Promise<StoriesAnswer>((resolve) => (settle = resolve));
    const watchdog = setTimeout(() => end("stopped"), limitMs);
    const end = (how: StoriesAnswer): void => {
      clearTimeout(watchdog);
      thread.terminate();
      settle(how);
      // What was not answered may be asked for again.
      if (how === "stopped" && newest?.answer === answer) newest = null;
    };
    thread.onmessage = ({ data }: MessageEvent<StoriesNews>) => {
      if (data.news === "over") end(data.played);
      else for (const tell of listeners) tell(data.done);
    };
    thread.onerror = () => end("stopped");
    thread.postMessage(order);
    return { ...order, answer, listeners, end };
  };

  return {
    play: (order, { onProgress, signal } = {}) => {
      if (newest?.definition !== order.definition || newest.schemas !== order.schemas) {
        newest?.end("stopped");
        newest = begin(order);
      }
      const job = newest;
      if (onProgress) job.listeners.add(onProgress);
      signal?.addEventListener("abort", () => job.end("stopped"), { once: true });
      return job.answer;
    },
  };
};
