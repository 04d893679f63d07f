import { loadConfig } from "@sluice/config";
import type { Say } from "@sluice/embedded";
import { createDoor, createPool, demoPeople, ensurePublished, ensureRoles, seedDemo } from "@sluice/records";
import { ensureDemoAccounts } from "@sluice/server";
import { firstProcesses } from "@sluice/templates";

/**
 * Gives a fresh install what it begins with: the shipped roles and processes, and in a demo house the demo firm with its accounts.
 *
 * Writes nothing twice; a seed that was cut short goes on where it was.
 */
export const seedHouse = async (env: NodeJS.ProcessEnv, say: Say): Promise<void> => {
  const config = loadConfig(env);
  const pool = createPool(config.database.url, { size: 2 });
  try {
    const { house, door } = createDoor({ pool });
    await ensureRoles(house);
    for (const template of firstProcesses) await ensurePublished(house, template);
    if (!config.hasDemoPeople) return;
    say("Looking after the demo firm");
    if (await seedDemo({ house, door, processes: firstProcesses })) say("The demo firm is there");
    await ensureDemoAccounts(
      config,
      demoPeople.map(({ email }) => email),
    );
  } finally {
    await pool.end();
  }
};
