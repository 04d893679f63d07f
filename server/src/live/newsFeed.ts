import type { Reader } from "../reader.ts";
import type { Invalidation } from "./invalidation.ts";
import { EVERYTHING, type JournalEntry, type NewsJournal } from "./newsJournal.ts";
import { newsQueue, type NewsQueue } from "./newsQueue.ts";

interface Parts {
  readonly journal: NewsJournal;
  /** Which of these the reader may know of. */
  readonly visible: (news: readonly Invalidation[], reader: Reader) => Promise<readonly Invalidation[]>;
  /** The reader as they are now; null when they may not be told anything any more. */
  readonly current: (reader: Reader) => Promise<Reader | null>;
}

const isForAll = (news: Invalidation): boolean => news.type === EVERYTHING.type;

/**
 * Hands the news of this server to every client that follows it, each filtered by its reader's rights as they are now.
 *
 * A client is subscribed before the journal is read for it: between the two it hears things twice, never not at all.
 */
export const newsFeed = ({ journal, visible, current }: Parts) => {
  const queues = new Set<NewsQueue>();

  async function* send(
    entries: readonly JournalEntry[],
    reader: Reader,
  ): AsyncGenerator<readonly [string, Invalidation]> {
    const allowed = new Set(
      await visible(
        entries.map((entry) => entry.news).filter((news) => !isForAll(news)),
        reader,
      ),
    );
    for (const { place, news } of entries) if (isForAll(news) || allowed.has(news)) yield [journal.idOf(place), news];
  }

  return {
    tell(news: readonly Invalidation[]): void {
      const added = journal.append(news);
      for (const queue of queues) queue.push(added);
    },
    async *follow(
      reader: Reader,
      lastEventId: string | undefined,
      signal: AbortSignal,
    ): AsyncGenerator<readonly [string, Invalidation]> {
      const queue = newsQueue();
      queues.add(queue);
      const end = (): void => queue.close();
      signal.addEventListener("abort", end, { once: true });
      try {
        if (signal.aborted) return;
        const missed = lastEventId === undefined ? [] : journal.since(lastEventId);
        if (missed === null) yield [journal.idOf(journal.lastPlace()), EVERYTHING];
        else yield* send(missed, reader);
        for (let entries = await queue.take(); entries !== null; entries = await queue.take()) {
          const now = await current(reader);
          if (now === null) return;
          yield* send(entries, now);
        }
      } finally {
        queues.delete(queue);
        signal.removeEventListener("abort", end);
      }
    },
    /** How many clients follow. */
    count: (): number => queues.size,
    /** Ends every client's stream; they come back to another server. */
    close(): void {
      for (const queue of queues) queue.close();
    },
  };
};

export type NewsFeed = ReturnType<typeof newsFeed>;
