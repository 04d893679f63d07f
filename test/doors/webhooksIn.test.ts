import { createHmac, randomUUID } from "node:crypto";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { aBrowser, type Browser } from "../support/aBrowser.ts";
import { aServer, type TestServer } from "../support/aServer.ts";
import { eventually } from "../support/eventually.ts";
import { untilWord } from "../support/processes.ts";

let server: TestServer;
let rep: Browser;
beforeAll(async () => {
  server = await aServer();
  await server.firm.publish(untilWord);
  rep = aBrowser(server);
  await rep.signIn(server.emailOf("chen"));
});
afterAll(() => server[Symbol.asyncDispose]());

const waitingCase = async (): Promise<string> => {
  const { recordId } = (await rep.write("POST", "/customers", { fields: { name: "Waits" } })).json as {
    recordId: string;
  };
  const started = await rep.write("POST", "/cases", { process: "untilWord", recordType: "customer", recordId });
  expect(started.status, started.text).toBe(201);
  return (started.json as { caseId: string }).caseId;
};
const send = (body: string, { at = Math.floor(Date.now() / 1_000), secret = server.config.webhookSecrets.in } = {}) =>
  aBrowser(server).ask("/hooks/messages", {
    method: "POST",
    body,
    headers: { "sluice-signature": `t=${at},v1=${createHmac("sha256", secret).update(`${at}.${body}`).digest("hex")}` },
  });
const message = (caseId: string, more: object = {}) =>
  JSON.stringify({ id: randomUUID(), caseId, message: "word", payload: { from: "them" }, ...more });
const statusOf = async (caseId: string) =>
  (
    await server.firm.rows<{ status: string; seq: number }>('select status, seq from "case" where id = $1', [caseId])
  )[0];

describe("a webhook in", () => {
  it("moves the case that waits for it, once however often it is sent", async () => {
    const caseId = await waitingCase();
    const body = message(caseId);
    const answers = await Promise.all([send(body), send(body), send(body)]);
    expect(answers.map(({ status }) => status)).toEqual([202, 202, 202]);
    const ended = await eventually(
      () => statusOf(caseId),
      (it) => it?.status === "ended",
      { within: 20_000 },
    );
    expect((await send(body)).status).toBe(202);
    expect(await statusOf(caseId)).toEqual(ended);
  });

  it.each([
    {
      name: "nobody has signed",
      ask: (body: string) => aBrowser(server).ask("/hooks/messages", { method: "POST", body }),
    },
    { name: "was signed with another secret", ask: (body: string) => send(body, { secret: server.config.secret }) },
    {
      name: "was signed with what this install signs its own calls with",
      ask: (body: string) => send(body, { secret: server.config.webhookSecrets.out }),
    },
    { name: "was recorded and is played again", ask: (body: string) => send(body, { at: 1_700_000_000 }) },
  ])("is refused when it $name, and nothing of it is read", async ({ ask }) => {
    const caseId = await waitingCase();
    for (const body of [message(caseId), "not json"]) {
      const answer = await ask(body);
      expect(answer.status).toBe(401);
      expect(answer.json).toMatchObject({ code: "SIGNATURE_INVALID" });
    }
    await server.firm.settle();
    expect((await statusOf(caseId))?.status).toBe("running");
  });

  it.each([
    { name: "no case", body: message(randomUUID()), status: 404 },
    { name: "no id", body: message(randomUUID(), { id: "" }), status: 400 },
    { name: "more than is taken", body: message(randomUUID(), { more: 1 }), status: 400 },
    { name: "no JSON", body: "word", status: 400 },
    { name: "too much", body: message(randomUUID(), { payload: "x".repeat(70_000) }), status: 413 },
  ])("with $name is told so", async ({ body, status }) => {
    const answer = await send(body);
    expect(answer.status, answer.text).toBe(status);
    expect(answer.headers.get("content-type")).toContain("application/problem+json");
  });
});
