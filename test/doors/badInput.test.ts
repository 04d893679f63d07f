import { randomUUID } from "node:crypto";
import { templateOf } from "@sluice/templates";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { aBrowser, type Browser } from "../support/aBrowser.ts";
import { aServer, type TestServer } from "../support/aServer.ts";

let server: TestServer;
let rep: Browser;
let admin: Browser;
let productManager: Browser;
beforeAll(async () => {
  server = await aServer();
  [rep, admin, productManager] = [aBrowser(server), aBrowser(server), aBrowser(server)];
  await rep.signIn(server.emailOf("chen"));
  await admin.signIn(server.emailOf("mei"));
  await productManager.signIn(server.emailOf("tom"));
});
afterAll(() => server[Symbol.asyncDispose]());

const LEAK = /stack|node_modules|\.ts:\d|syntax error at|pg_|relation "/;

describe("requests that are no good", () => {
  it.each([
    { name: "a body that is no JSON", method: "POST", path: "/api/v1/customers", body: "{nope", status: 400 },
    {
      name: "a body that is too large",
      method: "POST",
      path: "/api/v1/customers",
      body: JSON.stringify({ fields: { name: "x".repeat(1_100_000) } }),
      status: 413,
    },
    { name: "a body that is an array", method: "POST", path: "/api/v1/customers", body: "[]", status: 400 },
    { name: "an id that is none", method: "GET", path: "/api/v1/customers/1%20or%201=1", body: undefined, status: 400 },
    {
      name: "a cursor that is not ours",
      method: "GET",
      path: "/api/v1/customers?cursor=abc",
      body: undefined,
      status: 400,
    },
    {
      name: "a limit beyond the most",
      method: "GET",
      path: "/api/v1/customers?limit=101",
      body: undefined,
      status: 400,
    },
    {
      name: "a sort that is not offered",
      method: "GET",
      path: "/api/v1/customers?sort=password;drop",
      body: undefined,
      status: 400,
    },
    {
      name: "a filter on a field that is not there",
      method: "GET",
      path: "/api/v1/customers?filter[nonsense]=1",
      body: undefined,
      status: 400,
    },
    { name: "an address that is not there", method: "GET", path: "/api/v1/passwords", body: undefined, status: 404 },
    { name: "a method that is not there", method: "DELETE", path: "/api/v1/customers", body: undefined, status: 405 },
    {
      name: "a prototype in the body",
      method: "POST",
      path: "/api/v1/customers",
      body: '{"fields":{"name":"P"},"__proto__":{"admin":true}}',
      status: 400,
    },
    {
      name: "a tRPC procedure that is not there",
      method: "GET",
      path: "/trpc/nothing.here",
      body: undefined,
      status: 404,
    },
    {
      name: "tRPC input that is no JSON",
      method: "GET",
      path: "/trpc/customers.list?input=%7Bnope",
      body: undefined,
      status: 400,
    },
    {
      name: "a batch of too many",
      method: "GET",
      path: `/trpc/${Array.from({ length: 40 }, () => "session.me").join(",")}?batch=1&input=%7B%7D`,
      body: undefined,
      status: 400,
    },
  ])("$name is refused in words, without our insides", async ({ method, path, body, status }) => {
    const answer = await rep.ask(path, { method, ...(body === undefined ? {} : { body }) });
    expect(answer.status, answer.text).toBe(status);
    expect(answer.text).not.toMatch(LEAK);
  });

  it.each(["<script>alert(1)</script>", "'; drop table customer; --", "{{7*7}} ${7*7} #{7*7}", "𠮷野家 🏭 مرحبا"])(
    "%s is a name like any other",
    async (name) => {
      const made = await rep.write("POST", "/customers", { fields: { name } });
      expect(made.status, made.text).toBe(201);
      const { recordId } = made.json as { recordId: string };
      const got = await rep.ask(`/api/v1/customers/${recordId}`);
      expect((got.json as { title: string }).title).toBe(name);
      expect(got.headers.get("content-type")).toContain("application/json");
      expect((await rep.query("search.all", { q: name })).status).toBe(200);
    },
  );

  it("sends no page without a policy, and no eval in it", async () => {
    const { headers } = await rep.ask("/api/v1/openapi.json");
    const policy = headers.get("content-security-policy") ?? "";
    expect(policy).toContain("script-src 'self'");
    expect(policy).not.toContain("unsafe-eval");
    expect(headers.get("x-content-type-options")).toBe("nosniff");
  });
});

describe("definitions that are no good", () => {
  const quote = templateOf("quote");
  it.each([
    { name: "an empty one", definition: {} },
    { name: "one from a newer version", definition: { ...quote, format: 99 } },
    {
      name: "one with an unknown kind of step",
      definition: { ...quote, nodes: [...quote.nodes, { id: "x", kind: "spaceship" }] },
    },
    {
      name: "one with two thousand steps",
      definition: {
        ...quote,
        nodes: Array.from({ length: 2_000 }, (_each, index) => ({ ...quote.nodes[0], id: `n${index}` })),
      },
    },
    {
      name: "one that is nested without end",
      definition: { ...quote, note: JSON.parse(`${'{"a":'.repeat(2_000)}1${"}".repeat(2_000)}`) as unknown },
      code: "INPUT_INVALID",
    },
  ])("$name is refused whole, with what is wrong", async ({ definition, code = "DEFINITION_INVALID" }) => {
    const saved = await admin.mutate("processes.saveDraft", { key: "quote", rev: 0, base: 1, definition });
    expect(saved.status).toBe(400);
    const { problems } = (saved.json as { error: { data: { problems: { code: string }[] } } }).error.data;
    expect(problems[0]?.code).toBe(code);
    expect(await server.firm.rows("select 1 from process_draft where process_key = 'quote'")).toHaveLength(0);
  });

  it.each([
    { path: "saveDraft", input: { rev: 0, definition: quote } },
    { path: "publish", input: { rev: 1 } },
    { path: "discardDraft", input: { rev: 1 } },
  ])("$path is refused when it does not say which version the draft was made from", async ({ path, input }) => {
    const refused = await admin.mutate(`processes.${path}`, { key: "quote", ...input });
    expect([refused.status, refused.text.includes("INPUT_INVALID"), refused.text.includes("base")]).toEqual([
      400,
      true,
      true,
    ]);
  });

  it.each([
    { method: "PATCH", path: "/processes/quote", body: { rev: 0, definition: quote } },
    { method: "POST", path: "/processes/quote/publish", body: { rev: 1 } },
  ] as const)("so is $method $path", async ({ method, path, body }) => {
    const { status, json } = await admin.write(method, path, body);
    expect([status, json]).toMatchObject([400, { code: "INPUT_INVALID", values: { field: "base" } }]);
  });

  it("a process that is there is not made once more over REST", async () => {
    const { status, json } = await admin.write("POST", "/processes", { key: "quote", definition: quote });
    expect([status, json]).toMatchObject([409, { code: "VERSION_MOVED_ON" }]);
  });

  it("one with errors is kept as a draft, told its findings, and not published", async () => {
    const broken = {
      ...quote,
      nodes: quote.nodes.map((node) =>
        node.kind === "stage"
          ? {
              ...node,
              moves: node.moves.map((move) => ({
                ...move,
                guard: { condition: { when: "1 + (" }, sentence: { en: "No.", zh: "否。" } },
              })),
            }
          : node,
      ),
    };
    const saved = await admin.mutate("processes.saveDraft", { key: "quote", rev: 0, base: 1, definition: broken });
    expect(saved.status, saved.text).toBe(200);
    const { rev, findings } = (saved.json as { result: { data: { rev: number; findings: { severity: string }[] } } })
      .result.data;
    expect(findings.some((it) => it.severity === "error")).toBe(true);
    expect((await admin.mutate("processes.publish", { key: "quote", rev, base: 1 })).status).toBe(400);
    expect((await admin.mutate("processes.discardDraft", { key: "quote", rev, base: 1 })).status).toBe(200);
  });

  it("one with a story that goes otherwise is not published, and told which", async () => {
    const told = {
      ...quote,
      stories: (quote.stories ?? []).map((story) =>
        story.id === "notCosted"
          ? {
              ...story,
              steps: story.steps.map((step, at) =>
                at === 0 ? { ...step, expect: [{ see: "refused", problem: "GUARD_CLOSED" }] } : step,
              ),
            }
          : story,
      ),
    };
    const saved = await admin.mutate("processes.saveDraft", { key: "quote", rev: 0, base: 1, definition: told });
    const { rev } = (saved.json as { result: { data: { rev: number } } }).result.data;
    const refused = await admin.mutate("processes.publish", { key: "quote", rev, base: 1 });
    const { problems } = (refused.json as { error: { data: { problems: { code: string; message: string }[] } } }).error
      .data;
    expect(problems).toMatchObject([
      { code: "STORY_FAILS", message: expect.stringContaining("No quote leaves before its cost sheet is signed off") },
    ]);
    expect((await admin.mutate("processes.discardDraft", { key: "quote", rev, base: 1 })).status).toBe(200);
  });

  it("a good one is published by one of two admins at once; the other is told", async () => {
    const before = (await admin.query("processes.get", { key: "quote" })).json as { result: { data: { rev: number } } };
    const saved = await admin.mutate("processes.saveDraft", {
      key: "quote",
      rev: before.result.data.rev,
      base: 1,
      definition: quote,
    });
    const { rev } = (saved.json as { result: { data: { rev: number } } }).result.data;
    expect(
      (await admin.mutate("processes.saveDraft", { key: "quote", rev: 0, base: 1, definition: quote })).status,
    ).toBe(409);
    const both = await Promise.all([1, 2].map(() => admin.mutate("processes.publish", { key: "quote", rev, base: 1 })));
    expect(
      both.map((it) => it.status).toSorted((a, b) => a - b),
      both.map((it) => it.text).join(),
    ).toEqual([200, 409]);
    const { json } = await admin.query("processes.get", { key: "quote" });
    expect(json).toMatchObject({ result: { data: { isDraft: false, publishedVersion: 2 } } });
  });
});

describe("files", () => {
  const upload = (browser: Browser, name: string, content: string | Uint8Array<ArrayBuffer>) => {
    const form = new FormData();
    form.append("file", new Blob([content]), name);
    return browser.ask("/files", { method: "POST", body: form });
  };

  it.each([
    { name: "page.html", content: "<script>alert(1)</script>", status: 400 },
    { name: "drawing.svg", content: "<svg onload='alert(1)'/>", status: 400 },
    { name: "lying.png", content: "not a picture", status: 400 },
    { name: "program.csv", content: new Uint8Array([0x7f, 0x45, 0x4c, 0x46, 0, 1]), status: 400 },
    { name: "list.csv", content: "sku,name\n", status: 201 },
  ])("$name → $status", async ({ name, content, status }) => {
    const answer = await upload(rep, name, content);
    expect(answer.status, answer.text).toBe(status);
  });

  it("come back as downloads that no browser shows, to whoever may have them", async () => {
    const made = await upload(rep, "价格 <b>.csv", "sku,name\n");
    const { fileId } = made.json as { fileId: string };
    const got = await rep.ask(`/files/${fileId}`);
    expect(got.text).toBe("sku,name\n");
    expect(got.headers.get("content-disposition")).toMatch(/^attachment; /);
    expect(got.headers.get("content-security-policy")).toContain("sandbox");
    expect((await productManager.ask(`/files/${fileId}`)).status).toBe(404);
    expect((await aBrowser(server).ask(`/files/${fileId}`)).status).toBe(401);
    expect((await rep.ask(`/files/${randomUUID()}`)).status).toBe(404);
    expect((await rep.ask("/files/..%2f..%2fetc%2fpasswd")).status).toBe(404);
  });

  it("a product file is previewed with its errors in place, and only its valid rows are kept", async () => {
    const csv =
      "sku,name,unit,list price,currency\nP-1,柜体,台,100,CNY\nP-2,,台,abc,CNY\nP-3,=cmd|' /C calc'!A0,台,5,CNY\n";
    const { fileId } = (await upload(productManager, "products.csv", csv)).json as { fileId: string };
    const mapping = { sku: "sku", name: "name", unit: "unit", "list price": "listPrice", currency: "currency" };
    const preview = await productManager.query("products.importPreview", { fileId, mapping });
    expect(preview.status, preview.text).toBe(200);
    expect(preview.json).toMatchObject({ result: { data: { totalRows: 3, validRows: 2 } } });
    expect(
      (await productManager.mutate("products.importStart", { fileId, mapping, keepValidOnly: false })).status,
    ).toBeGreaterThanOrEqual(400);
    expect((await rep.query("products.importPreview", { fileId, mapping })).status).toBe(404);
  });
});
