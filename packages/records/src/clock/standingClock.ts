import { databaseClock, type Clock } from "./clock.ts";

/** A clock that can be made to stand; while it does not, the database's runs. */
export interface StandingClock extends Clock {
  /** Makes it stand at an instant, or run again (null). */
  set(at: string | null): void;
}

/** A clock for telling what happened before: a seed, never people's work. */
export const standingClock = (): StandingClock => {
  let stands: string | null = null;
  return {
    set: (at) => {
      stands = at;
    },
    now: async (db) => stands ?? databaseClock.now(db),
  };
};
