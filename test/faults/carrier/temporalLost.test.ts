import { rmSync } from "node:fs";
import { carrierId } from "@sluice/contracts";
import { endProcess, type RunningTemporal, startTemporal } from "@sluice/embedded";
import { Client, Connection } from "@temporalio/client";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { eventually, throwAwayFolder } from "../../support/index.ts";
import { aCourierFirm, type CourierFirm } from "./aCourierFirm.ts";
import { type SpawnedWorker, spawnWorker } from "./spawnWorker.ts";

const folder = throwAwayFolder();
/** Below the range from which the kernel lends ports: a server that comes back finds its own free, as an install's does. */
const port = 20_000 + (process.pid % 10_000);
let temporal: RunningTemporal;
let courier: CourierFirm;

const startAgain = (): Promise<RunningTemporal> =>
  startTemporal({ dataDir: folder.path, preferredPort: port, preferredUiPort: port + 1 });
const killTemporal = (): Promise<unknown> => endProcess(temporal.process, { signal: "SIGKILL" });
const aWorker = (): Promise<SpawnedWorker> => spawnWorker({ url: courier.firm.db.url, address: temporal.address });
const isRunning = async (caseId: string): Promise<boolean> => {
  const connection = await Connection.connect({ address: temporal.address });
  try {
    const run = new Client({ connection }).workflow.getHandle(carrierId(courier.epoch, caseId));
    return (await run.describe()).status.name === "RUNNING";
  } finally {
    await connection.close();
  }
};
const mailsOf = async (ids: readonly string[]): Promise<number> =>
  (await courier.firm.rows("SELECT id FROM mail_outbox WHERE case_id = ANY($1)", [ids])).length;

beforeAll(async () => {
  temporal = await startAgain();
  courier = await aCourierFirm(temporal.address);
}, 120_000);
afterAll(async () => {
  await courier[Symbol.asyncDispose]();
  await temporal.stop();
  folder.remove();
});

describe("Temporal", () => {
  it("is killed while cases run: people go on, the page says so, and everything happens", async () => {
    const worker = await aWorker();
    const before = await courier.start("courier", 3);

    await killTemporal();
    const meanwhile = await courier.start("courier", 3);
    const status = await eventually(() => courier.relay.status(), ({ temporal: state, waiting }) => state === "down" && waiting > 0);
    temporal = await startAgain();
    await courier.untilOver([...before, ...meanwhile]);
    await worker.kill();

    expect(status.reason).not.toBeNull();
    expect((await courier.relay.status()).temporal).toBe("up");
    expect(await mailsOf([...before, ...meanwhile])).toBe(6);
    expect([...courier.sink.distinct()].filter((key) => [...before, ...meanwhile].some((id) => key.startsWith(id)))).toHaveLength(6);
  });

  it("loses its file: waiting cases are armed anew, and a mail unsent by a case that ended goes", async () => {
    const waiting = await courier.start("patience", 3);
    const ended = await courier.start("parting", 2);
    await eventually(() => Promise.all(waiting.map(isRunning)), (running) => running.every(Boolean));
    expect(await mailsOf(ended)).toBe(0);
    const { rearmed } = await courier.relay.status();

    await killTemporal();
    rmSync(temporal.file);
    temporal = await startAgain();
    await eventually(() => courier.relay.status(), (status) => status.rearmed >= rearmed + 5);
    const worker = await aWorker();
    await courier.untilOver(ended);
    const running = await Promise.all(waiting.map(isRunning));
    await worker.kill();

    expect(running).toEqual([true, true, true]);
    expect(await mailsOf(ended)).toBe(2);
  });

  it("has a run that does not move: the third sweep in vain starts it anew", async () => {
    const [stuck = ""] = await courier.start("parting", 1);
    await eventually(() => isRunning(stuck));

    await eventually(() => courier.relay.status(), ({ startedAnew }) => startedAnew > 0, { within: 60_000 });
    const worker = await aWorker();
    await courier.untilOver([stuck]);
    await worker.kill();

    expect(await mailsOf([stuck])).toBe(1);
  });
});
