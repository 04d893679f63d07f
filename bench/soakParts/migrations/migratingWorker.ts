import { spawn } from "node:child_process";
import { once } from "node:events";
import { setTimeout as pause } from "node:timers/promises";
import { fileURLToPath } from "node:url";
import { root } from "../../../scripts/house/root.ts";
import type { FirmOn } from "../../benchParts/ground/aFirmOn.ts";

const script = fileURLToPath(new URL("../../../test/faults/migrating/migratingProcess.ts", import.meta.url));

/** How many cases a migration has looked at. */
export const lookedAt = async ({ pool }: Pick<FirmOn, "pool">, id: string): Promise<number> => {
  const { rows } = await pool.query<{ count: number }>(
    "SELECT count(*)::int AS count FROM case_migration_case WHERE migration_id = $1",
    [id],
  );
  return rows[0]?.count ?? 0;
};

const spawned = ({ db }: Pick<FirmOn, "db">) => {
  const child = spawn(process.execPath, ["--import", "tsx", script, db.url], { cwd: root, stdio: "ignore" });
  return { child, isOver: once(child, "exit") };
};

/** Works migrations off in a process of its own, until there is nothing left to do. */
export const workToTheEnd = async (firm: FirmOn): Promise<void> => {
  await spawned(firm).isOver;
};

/** Works a migration off in a process of its own, which is killed once so many more cases have been looked at. */
export const workAndBeKilled = async (firm: FirmOn, id: string, after: number): Promise<void> => {
  const from = await lookedAt(firm, id);
  const { child, isOver } = spawned(firm);
  while (child.exitCode === null && (await lookedAt(firm, id)) < from + after) await pause(2);
  child.kill("SIGKILL");
  await isOver;
  await firm.pool.query("UPDATE case_migration SET leased_until = NULL");
};
