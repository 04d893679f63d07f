import type { ProcessDefinitionInput } from "@sluice/process";
import type { Door } from "../door.ts";
import type { House } from "../house.ts";
import { ensurePublished } from "../process/ensurePublished.ts";
import { kyselyOnPool } from "../transaction/kyselyOnPool.ts";
import { ensureRoles } from "./ensureRoles.ts";
import { seedFirm } from "./seedFirm.ts";
import { LAST_SEED_COMMAND, seedRecords } from "./seedRecords.ts";

/**
 * Makes the demo firm, once: people, calendar, the given processes, and the records they work with.
 *
 * Writes nothing twice: a finished seed is recognised, an unfinished one goes on. What people changed since stays changed.
 * Answers whether there was anything to do. Accounts are not made here (`demoPeople`, `DEMO_PASSWORD`).
 */
export const seedDemo = async ({
  house,
  door,
  processes,
}: {
  readonly house: House;
  readonly door: Pick<Door, "createRecord">;
  readonly processes: readonly ProcessDefinitionInput[];
}): Promise<boolean> => {
  const last = await kyselyOnPool(house.pool)
    .selectFrom("command")
    .select("id")
    .where("id", "=", LAST_SEED_COMMAND)
    .executeTakeFirst();
  if (last !== undefined) return false;
  await ensureRoles(house);
  await seedFirm(house);
  for (const process of processes) await ensurePublished(house, process);
  await seedRecords(door);
  return true;
};
