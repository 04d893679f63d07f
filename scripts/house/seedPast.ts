import { loadConfig } from "@sluice/config";
import type { Say } from "@sluice/embedded";
import { createDoor, createPool, seedDemo, seedHistory, standingClock } from "@sluice/records";
import { templates } from "@sluice/templates";

/** What is made new every day stands as of today; everything else has been there since before the history. */
const OF_TODAY: ReadonlySet<string> = new Set(["quote", "costSheet"]);
const DAY_MS = 86_400_000;

/** Gives the demo firm a past: so many quotes over so many days that have come to their end. Nothing is told twice. */
export const seedPast = async (
  env: NodeJS.ProcessEnv,
  say: Say,
  { quotes, days }: { readonly quotes: number; readonly days: number },
): Promise<void> => {
  const pool = createPool(loadConfig(env).database.url, { size: 2 });
  try {
    const clock = standingClock();
    const opened = createDoor({ pool, clock });
    const { door, house } = opened;
    const begun = new Date(Date.now() - (days + 1) * DAY_MS).toISOString();
    const createRecord: typeof door.createRecord = (type, ...wish) => {
      clock.set(OF_TODAY.has(type) ? null : begun);
      return door.createRecord(type, ...wish);
    };
    clock.set(begun);
    await seedDemo({ house, door: { createRecord }, processes: templates });
    await seedHistory(opened, clock, {
      quotes,
      days,
      until: new Date().toISOString(),
      say: (done) => {
        if (done % 50 === 0 || done === quotes) say(`${done} of ${quotes} past quotes are told`);
      },
    });
  } finally {
    await pool.end();
  }
};
