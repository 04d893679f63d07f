import type { Invalidation } from "./invalidation.ts";

/** One piece of news with its place in the journal. */
export interface JournalEntry {
  readonly place: number;
  readonly news: Invalidation;
}

/** What a client gets that lost its place: ask for everything again. */
export const EVERYTHING: Invalidation = { type: "*", id: "*", version: 0 };

/** How many entries before a client's last are told again: news twice does no harm, news missed does. */
const OVERLAP = 5;

/**
 * The last news of this server, in order of arrival, at most `limit` of them.
 *
 * An event id is `{boot}-{place}`. After a restart, at another server, or further back than the journal reaches, a place is
 * not known and `since` answers null.
 */
export const newsJournal = (boot: string, limit = 5_000) => {
  let entries: JournalEntry[] = [];
  let last = 0;
  return {
    idOf: (place: number): string => `${boot}-${place}`,
    lastPlace: (): number => last,
    append(news: readonly Invalidation[]): readonly JournalEntry[] {
      const added = news.map((it) => ({ place: ++last, news: it }));
      entries.push(...added);
      if (entries.length > limit * 2) entries = entries.slice(-limit);
      return added;
    },
    since(eventId: string): readonly JournalEntry[] | null {
      const cut = eventId.lastIndexOf("-");
      const place = Number(eventId.slice(cut + 1));
      if (eventId.slice(0, cut) !== boot || !Number.isSafeInteger(place) || place > last) return null;
      const first = entries[0]?.place ?? last + 1;
      if (place + 1 < first) return null;
      return entries.filter((entry) => entry.place > place - OVERLAP);
    },
  };
};

export type NewsJournal = ReturnType<typeof newsJournal>;
