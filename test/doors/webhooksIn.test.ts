import { createHmac, randomUUID } from "node:crypto";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { aBrowser, type Browser } from "../support/aBrowser.ts";
import { aServer, type TestServer } from "../support/aServer.ts";
import { begunBy } from "../support/begunBy.ts";
import { eventually } from "../support/eventually.ts";
import { untilWord } from "../support/processes.ts";

let server: TestServer;
let rep: Browser;
beforeAll(async () => {
  server = await aServer();
  await server.firm.publish(
    untilWord,
    begunBy("onPaid", { on: "message", message: "paid" }),
    begunBy("onShop", { on: "webhook", hook: "shop" }),
  );
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
const send = (
  body: string,
  { at = Math.floor(Date.now() / 1_000), secret = server.config.webhookSecrets.in, path = "/hooks/messages" } = {},
) =>
  aBrowser(server).ask(path, {
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

describe("a webhook in that names no case", () => {
  const aCustomer = async (): Promise<string> => {
    const { recordId } = (await rep.write("POST", "/customers", { fields: { name: "Begins" } })).json as {
      recordId: string;
    };
    return recordId;
  };
  const casesOf = (recordId: string) =>
    server.firm.rows<{ process_key: string; seq: number }>(
      'select process_key, seq from "case" where record_id = $1 order by process_key',
      [recordId],
    );
  const starts = { path: "/hooks/starts" };

  it.each([
    { name: "a message", more: { message: "paid" }, options: {}, process: "onPaid" },
    { name: "a start", more: { hook: "shop" }, options: starts, process: "onShop" },
  ])("begins a process by $name, once however often it is sent", async ({ more, options, process }) => {
    const recordId = await aCustomer();
    const body = JSON.stringify({ id: randomUUID(), recordId, payload: { amount: "3" }, ...more });
    const answers = await Promise.all([send(body, options), send(body, options)]);
    expect(answers.map(({ status, json }) => [status, json])).toEqual([
      [202, { accepted: true }],
      [202, { accepted: true }],
    ]);
    await eventually(
      () => casesOf(recordId),
      (it) => it[0]?.seq === 1,
      { within: 20_000 },
    );
    expect(await casesOf(recordId)).toEqual([{ process_key: process, seq: 1 }]);
  });

  it.each([
    { name: "nobody waits for", body: { message: "gossip" }, options: {}, status: 404, code: "MESSAGE_UNHEARD" },
    { name: "names no record", body: { message: "paid" }, options: {}, status: 422, code: "START_NEEDS_RECORD" },
    { name: "begins nothing", body: { hook: "other" }, options: starts, status: 404, code: "HOOK_UNKNOWN" },
    { name: "names no hook", body: {}, options: starts, status: 400, code: "INPUT_INVALID" },
    {
      name: "names a record twice",
      body: { hook: "shop", recordId: randomUUID(), recordNumber: "CU-2026-000001" },
      options: starts,
      status: 400,
      code: "INPUT_INVALID",
    },
    {
      name: "names a case and a record",
      body: { message: "paid", caseId: randomUUID(), recordId: randomUUID() },
      options: {},
      status: 400,
      code: "INPUT_INVALID",
    },
    {
      name: "is too large",
      body: { hook: "shop", payload: "x".repeat(70_000) },
      options: starts,
      status: 413,
      code: "INPUT_TOO_LARGE",
    },
  ])("is told so when it $name", async ({ body, options, status, code }) => {
    const answer = await send(JSON.stringify({ id: randomUUID(), ...body }), options);
    expect(answer.status, answer.text).toBe(status);
    expect(answer.json).toMatchObject({ code });
  });

  it("has a name that no second process is published with", async () => {
    const admin = aBrowser(server);
    await admin.signIn(server.emailOf("mei"));
    const findingsFor = async (key: string, method: "POST" | "PATCH") => {
      const definition = begunBy(key, { on: "webhook", hook: "shop" });
      const path = method === "POST" ? "/processes" : `/processes/${key}`;
      const body = method === "POST" ? { key, definition } : { rev: 0, base: 1, definition };
      const answer = await admin.write(method, path, body);
      return (answer.json as { findings?: { code: string; path?: string }[] }).findings?.map(({ code }) => code);
    };
    expect(await findingsFor("onShopToo", "POST")).toContain("HOOK_TAKEN");
    expect(await findingsFor("onShop", "PATCH")).not.toContain("HOOK_TAKEN");
  });

  it("is refused unsigned, and nothing begins", async () => {
    const recordId = await aCustomer();
    const body = JSON.stringify({ id: randomUUID(), hook: "shop", recordId });
    const answer = await send(body, { ...starts, secret: server.config.webhookSecrets.out });
    expect(answer.json).toMatchObject({ code: "SIGNATURE_INVALID" });
    expect(await casesOf(recordId)).toEqual([]);
  });
});
