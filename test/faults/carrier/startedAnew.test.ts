import { carrierId } from "@sluice/contracts";
import { Client, Connection } from "@temporalio/client";
import { afterAll, beforeAll, expect, it } from "vitest";
import { aTemporal, eventually } from "../../support/index.ts";
import { aCourierFirm, type CourierFirm } from "./aCourierFirm.ts";
import { spawnWorker } from "./spawnWorker.ts";

let courier: CourierFirm;
let address: string;

beforeAll(async () => {
  ({ address } = await aTemporal());
  courier = await aCourierFirm(address);
}, 120_000);
afterAll(() => courier[Symbol.asyncDispose]());

const runOf = async (caseId: string) => {
  const connection = await Connection.connect({ address });
  try {
    return await new Client({ connection }).workflow.getHandle(carrierId(courier.epoch, caseId)).describe();
  } finally {
    await connection.close();
  }
};

it("starts a run that does not move anew at the third sweep in vain, and the case goes on", async () => {
  const [stuck = ""] = await courier.start("parting", 1);
  const first = await eventually(
    () => runOf(stuck),
    ({ status }) => status.name === "RUNNING",
  );

  await eventually(
    () => courier.relay.status(),
    ({ startedAnew }) => startedAnew > 0,
    { within: 60_000 },
  );
  const anew = await eventually(
    () => runOf(stuck),
    ({ runId }) => runId !== first.runId,
  );
  const worker = await spawnWorker({ url: courier.firm.db.url, address });
  await courier.untilOver([stuck]);
  await worker.kill();

  expect(anew.status.name).toBe("RUNNING");
  expect(await courier.firm.rows("SELECT id FROM mail_outbox WHERE case_id = $1", [stuck])).toHaveLength(1);
});
