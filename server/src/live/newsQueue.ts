import { EVERYTHING, type JournalEntry } from "./newsJournal.ts";

/**
 * What waits to be sent to one client: at most `limit` entries.
 *
 * A client that does not keep up loses the single entries and gets "ask for everything again" in their place, so memory is
 * bounded and nothing is missed in silence.
 */
export const newsQueue = (limit = 1_000) => {
  let waiting: JournalEntry[] = [];
  let wake: (() => void) | null = null;
  let isClosed = false;
  return {
    push(entries: readonly JournalEntry[]): void {
      waiting.push(...entries);
      const newest = waiting.at(-1);
      if (waiting.length > limit && newest !== undefined) waiting = [{ place: newest.place, news: EVERYTHING }];
      wake?.();
    },
    close(): void {
      isClosed = true;
      wake?.();
    },
    /** All that waits, once there is something; null when the queue is closed. */
    async take(): Promise<readonly JournalEntry[] | null> {
      while (waiting.length === 0 && !isClosed) {
        await new Promise<void>((resolve) => {
          wake = resolve;
        });
        wake = null;
      }
      if (isClosed) return null;
      const taken = waiting;
      waiting = [];
      return taken;
    },
  };
};

export type NewsQueue = ReturnType<typeof newsQueue>;
