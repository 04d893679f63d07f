/** `npm test`: every layer, each on throw-away servers and within its budget; `npm test -- <layer> [filter…]` runs one. */
import { processEnvironment } from "@sluice/config";
import { startPostgres, startTemporal } from "@sluice/embedded";
import { say } from "./house/say.ts";
import { untilSignal } from "./house/untilSignal.ts";
import { HANDED_POSTGRES, HANDED_TEMPORAL } from "./testing/handedServers.ts";
import { layers } from "./testing/layers.ts";
import { runLayer } from "./testing/runLayer.ts";
import { throwAwayFolder } from "./testing/throwAwayFolder.ts";

/** Starts the servers of this run on the first call and answers how the suites are told of them. */
const serversOnce = () => {
  const folder = throwAwayFolder();
  const start = async () => {
    say("Starting the throw-away Postgres and Temporal");
    const options = { dataDir: folder.path, preferredPort: 0, say };
    const [postgres, temporal] = await Promise.all([
      startPostgres(options),
      startTemporal({ ...options, preferredUiPort: 0 }),
    ]);
    const { url, ownerUrl, superuserUrl } = postgres;
    const env = {
      [HANDED_POSTGRES]: JSON.stringify({ url, ownerUrl, superuserUrl }),
      [HANDED_TEMPORAL]: JSON.stringify({ address: temporal.address, namespace: temporal.namespace }),
    };
    return { env, postgres, temporal };
  };
  let started: ReturnType<typeof start> | null = null;
  return {
    env: async () => (await (started ??= start())).env,
    close: async () => {
      const servers = await started;
      await Promise.all([servers?.postgres.stop(), servers?.temporal.stop()]);
      folder.remove();
    },
  };
};

const [wanted, ...filters] = process.argv.slice(2);
const chosen = layers.filter(({ name }) => wanted === undefined || name === wanted);
if (chosen.length === 0) {
  process.stderr.write(`There is no layer ${wanted ?? ""}; there are ${layers.map(({ name }) => name).join(", ")}\n`);
  process.exit(1);
}

const signal = untilSignal(() => say("Stopping"));
const given = processEnvironment();
const seed = given["PROPERTY_SEED"] ?? String(Date.now() % 2 ** 31);
const runs = given["PROPERTY_RUNS"] ?? "2000";
say(`Properties: ${runs} runs, seed ${seed}`);
const base = { ...given, PROPERTY_RUNS: runs, PROPERTY_SEED: seed, NODE_ENV: "test" };
const servers = serversOnce();
let passed = 0;
let failed = 0;
const summary: string[] = [];
const failures: string[] = [];
try {
  for (const layer of chosen) {
    if (signal.aborted) break;
    const startedAtMs = Date.now();
    say(`\n== ${layer.name} (at most ${layer.minutes} min)`);
    const handed = layer.needsServers ? await servers.env() : {};
    const count = await runLayer(layer, { env: { ...base, ...handed }, filters, signal });
    passed += count.passed;
    failed += count.failed;
    failures.push(...count.failures.map((line) => `${layer.name}: ${line}`));
    const seconds = ((Date.now() - startedAtMs) / 1000).toFixed(0);
    const remarks = count.remarks.map((remark) => `; ${remark}`).join("");
    summary.push(`${layer.name.padEnd(12)} ${count.passed} ok, ${count.failed} not ok, ${seconds} s${remarks}`);
  }
} catch (error) {
  failed += 1;
  process.stderr.write(`${error instanceof Error ? (error.stack ?? error.message) : String(error)}\n`);
} finally {
  await servers.close();
}
if (signal.aborted) failed += 1;
say(`\n${summary.join("\n")}\n`);
if (failures.length > 0) say(`Not ok, run with PROPERTY_SEED=${seed}:\n${failures.join("\n")}\n`);
say(`${passed} passed, ${failed} failed`);
process.exit(failed === 0 ? 0 : 1);
