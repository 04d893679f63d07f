import { randomUUID } from "node:crypto";
import type { ProcessDefinitionInput } from "@sluice/process";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { aBrowser, type Browser } from "../support/aBrowser.ts";
import { aServer, type TestServer } from "../support/aServer.ts";
import { eventually } from "../support/eventually.ts";

const named = (text: string) => ({ en: text, zh: text });

/** A manager is asked before a customer is called on; where not `isAsked`: for the best only, though that must never be. */
const visit = (isAsked: boolean): ProcessDefinitionInput => ({
  format: 2,
  key: "visit",
  name: named("Visit"),
  kind: "side",
  recordType: "customer",
  nodes: [
    { id: "start", kind: "start", name: named("Start"), trigger: { on: "manual" }, concurrency: "parallel" },
    {
      id: "asking",
      kind: "stage",
      key: "asking",
      order: 1,
      name: named("Asking"),
      entry: isAsked ? "ask" : "best",
    },
    {
      id: "ask",
      kind: "approval",
      stage: "asking",
      name: named("Ask"),
      who: [{ by: "role", role: "salesManager" }],
      mode: { by: "any" },
      onEmpty: { do: "incident" },
    },
    ...(isAsked ? [] : [{ id: "best", kind: "branch" as const, stage: "asking", name: named("The best") }]),
    { id: "gone", kind: "stage", key: "gone", order: 2, name: named("Gone"), final: "done" },
    { id: "home", kind: "stage", key: "home", order: 3, name: named("Home"), final: "void" },
  ],
  edges: [
    { id: "begin", from: "start", to: "asking" },
    { id: "yes", from: "ask", to: "gone", on: { kind: "outcome", outcome: "approved" } },
    { id: "no", from: "ask", to: "home", on: { kind: "outcome", outcome: "rejected" } },
    ...(isAsked
      ? []
      : [
          {
            id: "isBest",
            from: "best",
            to: "ask",
            on: { kind: "when" as const, when: "record.?grade.orValue('') == 'A'", order: 1 },
          },
          { id: "isNot", from: "best", to: "gone", on: { kind: "default" as const } },
        ]),
  ],
  ...(isAsked
    ? {}
    : {
        controls: [
          {
            id: "asked",
            must: "neverBefore" as const,
            point: { at: "stage" as const, stage: "gone" },
            before: [{ at: "step" as const, step: "ask" }],
          },
        ],
      }),
});

const PERIOD = { from: "2020-01-01T00:00:00.000Z", until: "2099-01-01T00:00:00.000Z" };

describe("what-ifs, as programs ask for them", () => {
  let server: TestServer;
  const by = { mei: null, chen: null } as unknown as Record<"mei" | "chen", Browser>;
  beforeAll(async () => {
    server = await aServer();
    const { firm } = server;
    for (const name of ["mei", "chen"] as const) {
      by[name] = aBrowser(server);
      await by[name].signIn(server.emailOf(name));
    }
    await firm.publish(visit(true));
    for (const act of ["approve", "reject"] as const) {
      const recordId = await firm.aCustomer();
      const command = { commandId: randomUUID(), process: "visit", recordType: "customer", recordId };
      const { caseId } = await firm.door.startCase(command, firm.as("chen"));
      const [task] = await firm.rows<{ id: string }>("SELECT id FROM task WHERE case_id = $1", [caseId]);
      const decision = {
        commandId: randomUUID(),
        taskId: String(task?.id),
        act: { do: act },
        comment: "said",
      } as const;
      await firm.door.actOnTask(decision, firm.as("wang"));
    }
    await by.mei.write("PATCH", "/processes/visit", { rev: 0, base: 1, definition: visit(false) });
  });
  afterAll(() => server[Symbol.asyncDispose]());

  const ask = async (path: string) => (await by.mei.ask(`/api/v1${path}`)).json as Record<string, unknown>;

  it("are begun, followed, and tell what flips and what the door would have refused, case by case", async () => {
    const begun = await by.mei.write("POST", "/processes/visit/what-ifs", { ...PERIOD, seed: "1" });
    expect(begun.status, begun.text).toBe(201);
    const at = String(begun.headers.get("location")).replace(/^.*\/api\/v1/u, "");
    await eventually(
      () => ask(at),
      (it) => it["status"] === "done",
    );

    expect(await ask(at)).toMatchObject({
      process: "visit",
      seed: "1",
      isCurrent: true,
      version: null,
      done: 2,
      summary: {
        cases: 2,
        flipped: 1,
        fewer: { cases: 2, approvals: 2 },
        flips: [{ from: "void", to: "done", count: 1 }],
        forbidden: { cases: 2, controls: [{ control: "asked", sentence: { en: expect.any(String) }, cases: 2 }] },
      },
    });
    const first = await ask(`${at}/cases?limit=1&filter[kind]=forbidden`);
    expect(first["items"]).toMatchObject([{ kinds: expect.arrayContaining(["forbidden"]) as never }]);
    expect(JSON.stringify(first["items"])).toContain("never before");
    const rest = await ask(`${at}/cases?limit=1&filter[kind]=forbidden&cursor=${String(first["nextCursor"])}`);
    expect([(rest["items"] as unknown[]).length, rest["nextCursor"]]).toEqual([1, null]);
    expect((await ask(`${at}/cases?filter[kind]=more`))["items"]).toEqual([]);
    expect((await by.mei.write("POST", `${at}/cancel`, {})).json).toMatchObject({ code: "EVENT_NOT_APPLICABLE" });
  });

  it.each([
    {
      name: "a period that ends before it begins",
      path: "/processes/visit/what-ifs",
      body: { from: PERIOD.until, until: PERIOD.from },
      status: 400,
    },
    { name: "no period", path: "/processes/visit/what-ifs", body: {}, status: 400 },
    { name: "a process that was never there", path: "/processes/nothing/what-ifs", body: PERIOD, status: 404 },
    {
      name: "what it does not take",
      path: "/processes/visit/what-ifs",
      body: { ...PERIOD, key: "quote" },
      status: 400,
    },
    { name: "giving up what is not there", path: `/what-ifs/${randomUUID()}/cancel`, body: {}, status: 404 },
  ])("refuse $name", async ({ path, body, status }) => {
    const refused = await by.mei.write("POST", path, body);
    expect(refused.status, refused.text).toBe(status);
  });

  it.each([
    { method: "POST", path: "/processes/visit/what-ifs" },
    { method: "GET", path: `/what-ifs/${randomUUID()}` },
    { method: "GET", path: `/what-ifs/${randomUUID()}/cases` },
    { method: "POST", path: `/what-ifs/${randomUUID()}/cancel` },
  ] as const)("are an admin's: $method $path", async ({ method, path }) => {
    const refused =
      method === "GET"
        ? await by.chen.ask(`/api/v1${path}`)
        : await by.chen.write("POST", path, path.endsWith("cancel") ? {} : PERIOD);
    expect([refused.status, (refused.json as { code: string }).code]).toEqual([403, "NOT_ALLOWED"]);
  });

  it("say which version was tried where there is no draft", async () => {
    const { rev } = (await ask("/processes/visit")) as { rev: number };
    const discarded = await by.mei.mutate("processes.discardDraft", { key: "visit", rev, base: 1 });
    expect(discarded.status, discarded.text).toBe(200);

    const begun = await by.mei.write("POST", "/processes/visit/what-ifs", PERIOD);
    const at = String(begun.headers.get("location")).replace(/^.*\/api\/v1/u, "");

    const done = await eventually(
      () => ask(at),
      (it) => it["status"] === "done",
    );
    expect(done).toMatchObject({ version: 1, isCurrent: true });
  });
});
