import { addWorkingTime } from "@sluice/domain";
import type { StandingClock } from "../clock/standingClock.ts";
import { zoneOffset } from "../clock/zoneOffset.ts";
import type { OpenedDoor } from "../createDoor.ts";
import { demoCalendar } from "./demoCalendar.ts";
import { tellPastQuote } from "./tellPastQuote.ts";

/** A history to be told: how many quotes, over how many days back from an instant. */
export interface HistoryWish {
  readonly quotes: number;
  readonly days: number;
  readonly until: string;
  readonly say?: (done: number) => void;
}

const DAY_MS = 86_400_000;
/** The last of them have this long to come to their end. */
const REST_DAYS = 21;

const later = (from: string, hours: number): string =>
  addWorkingTime(
    from,
    { amount: Math.round(hours * 3_600), unit: "second", calendar: "working" },
    demoCalendar,
    zoneOffset,
  );

/**
 * Tells what the demo firm has quoted before: each quote drafted, costed, signed, approved, sent and answered through the door, by
 * whom it is for and when they would have. Nothing is told twice; a history that was cut short goes on where it stopped.
 *
 * On a clock that is made to stand, so nobody may work in the firm meanwhile.
 */
export const seedHistory = async (
  opened: OpenedDoor,
  clock: StandingClock,
  { quotes, days, until, say }: HistoryWish,
): Promise<void> => {
  const endMs = Date.parse(until) - REST_DAYS * DAY_MS;
  const startMs = Date.parse(until) - days * DAY_MS;
  try {
    for (let place = 0; place < quotes; place += 1) {
      const drafted = new Date(startMs + ((endMs - startMs) * place) / Math.max(1, quotes)).toISOString();
      await tellPastQuote(opened, clock, { place, from: later(drafted, 0.1), later });
      say?.(place + 1);
    }
  } finally {
    clock.set(null);
  }
};
