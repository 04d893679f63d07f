import { spawn } from "node:child_process";
import { randomUUID } from "node:crypto";
import { once } from "node:events";
import { fileURLToPath } from "node:url";
import { isDeepStrictEqual } from "node:util";
import { processEnvironment } from "@sluice/config";
import { readMigration, startMigration } from "@sluice/records";
import { root } from "../../scripts/house/root.ts";
import { seededChance } from "../../test/faults/parcels/seededChance.ts";
import { aDatabase } from "../../test/support/aDatabase.ts";
import { aFirm, type TestFirm } from "../../test/support/aFirm.ts";
import { foldOf, readCaseLogs } from "../../test/support/foldedCases.ts";
import { errandOfNow, manyErrands, toErrandOfNow } from "../../test/support/manyErrands.ts";
import { errand } from "../../test/support/processes.ts";
import { publishAhead } from "../../test/support/publishAhead.ts";
import { theGround } from "../benchParts/ground/theGround.ts";
import type { SoakPart } from "./soakPart.ts";

const CASES = 5_000;
const KILLS = 5;
const AT_MOST_SECONDS = 60;

const script = fileURLToPath(new URL("../../test/faults/migrating/migratingProcess.ts", import.meta.url));

/** Works migrations off in a process of its own; killed after so long, unless it comes to its end before. */
const worker = async (firm: TestFirm, killedAfterMs: number | null): Promise<void> => {
  const child = spawn(process.execPath, ["--import", "tsx", script, firm.db.url], { cwd: root, stdio: "ignore" });
  const isOver = once(child, "exit");
  const timer = killedAfterMs === null ? null : setTimeout(() => child.kill("SIGKILL"), killedAfterMs);
  await isOver;
  if (timer !== null) clearTimeout(timer);
  await firm.rows("UPDATE case_migration SET leased_until = NULL");
};

/** Cases that have moved and are not noted, or are noted and have not moved. */
const halves = (firm: TestFirm) =>
  firm.rows<{ id: string }>(
    `SELECT c.id FROM "case" c LEFT JOIN case_migration_case m ON m.case_id = c.id
     WHERE (m.case_id IS NULL) <> (c.version = 1)`,
  );

/** 5,000 running cases that go over to another version in under a minute, the worker killed five times on the way. */
export const migrations: SoakPart = async ({ seed, say }) => {
  const count = Number(processEnvironment()["SOAK_CASES"] ?? CASES);
  await using ground = await theGround(say);
  await using firm = await aFirm({ db: await aDatabase(ground.postgres) });
  await firm.publish(errand);
  await publishAhead(firm, errandOfNow);
  say(`filling in ${count} cases`);
  await manyErrands(firm, count);
  const wish = { process: "errand", from: 1, to: 2, mapping: toErrandOfNow, timers: "kept", reason: "new" } as const;
  const { recordId } = await startMigration(firm.house, { commandId: randomUUID(), ...wish }, firm.as("mei"));
  const chance = seededChance(seed);
  const failures: string[] = [];
  const startedMs = performance.now();
  for (let kill = 1; kill <= KILLS; kill += 1) {
    await worker(firm, 2_000 + chance(2_000));
    for (const { id } of await halves(firm)) failures.push(`kill ${kill}: half moved: ${id}`);
  }
  await worker(firm, null);
  const seconds = (performance.now() - startedMs) / 1_000;
  const { status, counts } = await readMigration(firm.house, String(recordId), firm.as("mei"));
  if (status !== "done" || counts.moves !== count) failures.push(`${status}: ${JSON.stringify(counts)}`);
  if (seconds > AT_MOST_SECONDS) failures.push(`it took ${seconds.toFixed(1)} s`);
  for (const log of await readCaseLogs(firm))
    if (!isDeepStrictEqual(foldOf(log), log.state)) failures.push(`does not fold: ${log.id}`);
  const figures = `${count} cases in ${seconds.toFixed(1)} s, ${KILLS} kills`;
  return { isDone: count >= CASES, figures, failures };
};
