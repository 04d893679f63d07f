import { randomUUID } from "node:crypto";
import { signatureOf } from "@sluice/activities";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { aServer, type TestServer } from "../support/aServer.ts";
import { eventually } from "../support/index.ts";
import { untilWord } from "../support/processes.ts";

describe("word from another system", () => {
  let server: TestServer;
  beforeAll(async () => {
    server = await aServer();
    await server.firm.publish(untilWord);
  });
  afterAll(() => server[Symbol.asyncDispose]());

  const start = async (): Promise<string> => {
    const recordId = await server.firm.aCustomer();
    const command = { commandId: randomUUID(), process: "untilWord", recordType: "customer", recordId };
    return String((await server.firm.door.startCase(command, server.firm.as("chen"))).caseId);
  };
  const statusOf = async (caseId: string) =>
    (await server.firm.rows<{ status: string }>('SELECT status FROM "case" WHERE id = $1', [caseId]))[0]?.status;
  /** Sends a body as a system that knows the secret would; `given` spoils it. */
  const send = async (
    body: unknown,
    given: { readonly secret?: string; readonly nowMs?: number; readonly said?: string } = {},
  ) => {
    const text = typeof body === "string" ? body : JSON.stringify(body);
    const { secret = server.config.webhookSecret, nowMs = Date.now(), said = text } = given;
    const response = await fetch(`${server.address}/hooks/messages`, {
      method: "POST",
      headers: { "Content-Type": "application/json", "Sluice-Signature": signatureOf(text, { secret, nowMs }) },
      body: said,
    });
    return { status: response.status, answer: (await response.json()) as Record<string, unknown> };
  };

  it("moves the case that waits for it, once", async () => {
    const caseId = await start();
    const word = { id: "m1", caseId, message: "word", payload: { from: "them" } };

    expect(await send(word)).toEqual({ status: 202, answer: { taken: true } });
    await eventually(
      () => statusOf(caseId),
      (status) => status === "ended",
    );

    expect(await send(word)).toMatchObject({ status: 404, answer: { code: "NOT_FOUND" } });
    const heard = await server.firm.rows(
      "SELECT event ->> 'payload' AS payload FROM case_event WHERE case_id = $1 AND event ->> 'type' = 'message'",
      [caseId],
    );
    expect(heard).toEqual([{ payload: '{"from": "them"}' }]);
  });

  it("is known when it comes again, and kept when nobody waits for it yet", async () => {
    const caseId = await start();
    const early = { id: "m1", caseId, message: "gossip" };

    expect([await send(early), await send(early)].map(({ answer }) => answer["taken"])).toEqual([true, false]);
    expect(await statusOf(caseId)).toBe("running");
  });

  it.each([
    { name: "signed with another secret", given: { secret: "a guess" } },
    { name: "signed ten minutes ago", given: { nowMs: Date.now() - 600_000 } },
    { name: "signed for other words", given: { said: JSON.stringify({ id: "m1", message: "word" }) } },
  ])("is refused when it is $name", async ({ given }) => {
    const caseId = await start();

    expect(await send({ id: "m1", caseId, message: "word" }, given)).toMatchObject({
      status: 401,
      answer: { code: "SIGNATURE_INVALID" },
    });
    expect(await server.firm.rows("SELECT id FROM case_inbox WHERE case_id = $1", [caseId])).toEqual([]);
  });

  it.each([
    { name: "not JSON", body: "{", status: 400, code: "INPUT_INVALID" },
    { name: "without a case", body: { id: "m1", message: "word" }, status: 400, code: "INPUT_INVALID" },
    { name: "too much", body: { id: "x".repeat(40_000) }, status: 413, code: "INPUT_TOO_LARGE" },
    {
      name: "for a case that is not there",
      body: { id: "m1", caseId: randomUUID(), message: "word" },
      status: 404,
      code: "NOT_FOUND",
    },
  ])("is refused when it is $name", async ({ body, status, code }) => {
    expect(await send(body)).toMatchObject({ status, answer: { code } });
  });
});
