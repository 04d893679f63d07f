import { randomUUID } from "node:crypto";
import { postMessage } from "@sluice/records";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { aFirm, type TestFirm } from "../support/aFirm.ts";
import { untilWord } from "../support/processes.ts";

describe("messages from outside", () => {
  let firm: TestFirm;
  beforeAll(async () => {
    firm = await aFirm();
    await firm.publish(untilWord);
  });
  afterAll(() => firm.close());

  const start = async (): Promise<string> => {
    const recordId = await firm.aCustomer();
    return String(
      (
        await firm.door.startCase(
          { commandId: randomUUID(), process: "untilWord", recordType: "customer", recordId },
          firm.as("chen"),
        )
      ).caseId,
    );
  };
  const word = (id: string, message = "word") => ({ id, message, key: null, payload: { from: "them" } });
  const seqOf = async (caseId: string) =>
    (await firm.rows<{ seq: number; status: string }>('SELECT seq, status FROM "case" WHERE id = $1', [caseId]))[0];

  it("move the case that waits for them, once however often they are sent", async () => {
    const caseId = await start();
    expect(await Promise.all(Array.from({ length: 5 }, () => postMessage(firm.house, caseId, word("m1"))))).toSatisfy(
      (said: string[]) => said.filter((it) => it === "new").length === 1,
    );
    await firm.settle();
    expect(await seqOf(caseId)).toEqual({ seq: 2, status: "ended" });
    expect(await postMessage(firm.house, caseId, word("m1"))).toBe("known");
    expect(await postMessage(firm.house, caseId, word("m3"))).toBe("noCase");
  });

  it("of another name are kept and move nothing", async () => {
    const caseId = await start();
    await postMessage(firm.house, caseId, word("m2", "gossip"));
    await firm.settle();
    expect((await seqOf(caseId))?.status).toBe("running");
    expect(await postMessage(firm.house, caseId, word("m2", "gossip"))).toBe("known");
  });
});
