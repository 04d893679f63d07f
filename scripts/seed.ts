/**
 * `npm run seed`: tells the demo firm's story to the house's database: once, and where it was cut short. `npm start` does it too.
 * `npm run seed -- past [quotes] [days]`: tells what came before, too: quotes that were closed over the last months, 300 over 90
 * days unless it says otherwise. Refused while the house runs.
 */
import { ConfigError, loadHouseConfig } from "@sluice/config";
import { onDatabase } from "./house/onDatabase.ts";
import { onlyOne } from "./house/onlyOne.ts";
import { say } from "./house/say.ts";
import { seedHouse } from "./house/seedHouse.ts";
import { seedPast } from "./house/seedPast.ts";

const [what, quotes = "300", days = "90"] = process.argv.slice(2);
const isCount = (text: string): boolean => /^[1-9]\d{0,4}$/u.test(text);

try {
  const house = loadHouseConfig();
  if (!house.hasDemoPeople) throw new ConfigError(["the demo firm exists only in the embedded stack (SLUICE_DEMO)"]);
  if (what !== undefined && (what !== "past" || !isCount(quotes) || !isCount(days)))
    throw new ConfigError(["npm run seed -- past [how many quotes] [over how many days]"]);
  // A house that runs would carry what is told of then as if it were of now, and tell people of it.
  const lock = what === "past" ? onlyOne(house.dataDir, "npm run seed -- past") : null;
  if (typeof lock === "string") throw new Error(`${lock}; stop it first`);
  try {
    await onDatabase(house, say, async (_config, env) => {
      if (what === "past") await seedPast(env, say, { quotes: Number(quotes), days: Math.max(22, Number(days)) });
      await seedHouse(env, say);
    });
  } finally {
    lock?.release();
  }
  say("The demo firm is there; npm start names its people");
} catch (error) {
  process.stderr.write(`Not seeded: ${error instanceof Error ? error.message : String(error)}\n`);
  process.exitCode = 1;
}
