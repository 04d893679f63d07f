/** `npm run seed`: tells the demo firm's story to the house's database: once, and where it was cut short. `npm start` does it too. */
import { ConfigError, loadHouseConfig } from "@sluice/config";
import { onDatabase } from "./house/onDatabase.ts";
import { say } from "./house/say.ts";
import { seedHouse } from "./house/seedHouse.ts";

try {
  const house = loadHouseConfig();
  if (!house.hasDemoPeople) throw new ConfigError(["the demo firm exists only in the embedded stack (SLUICE_DEMO)"]);
  await onDatabase(house, say, (_config, env) => seedHouse(env, say));
  say("The demo firm is there; npm start names its people");
} catch (error) {
  process.stderr.write(`Not seeded: ${error instanceof Error ? error.message : String(error)}\n`);
  process.exitCode = 1;
}
