import { randomUUID } from "node:crypto";
import { Validator } from "@seriousme/openapi-schema-validator";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { aBrowser, type Browser } from "../support/aBrowser.ts";
import { aServer, type TestServer } from "../support/aServer.ts";

interface Operation {
  readonly operationId: string;
  readonly responses: Readonly<Record<string, unknown>>;
  readonly security?: readonly unknown[];
}
interface Document {
  readonly openapi: string;
  readonly paths: Readonly<Record<string, Readonly<Record<string, Operation>>>>;
}

let server: TestServer;
let admin: Browser;
let document: Document;
beforeAll(async () => {
  server = await aServer();
  admin = aBrowser(server);
  await admin.signIn(server.emailOf("mei"));
  document = (await aBrowser(server).ask("/api/v1/openapi.json")).json as Document;
});
afterAll(() => server[Symbol.asyncDispose]());

const operations = () =>
  Object.entries(document.paths).flatMap(([path, methods]) =>
    Object.entries(methods).map(([method, operation]) => ({ path, method: method.toUpperCase(), operation })),
  );
const addressOf = (path: string): string =>
  `/api/v1${path
    .replace("{key}", "no-such-process")
    .replace("{move}", "submit")
    .replaceAll(/\{\w+\}/g, randomUUID())}`;

describe("the OpenAPI document", () => {
  it("is valid OpenAPI 3.1, with every reference leading somewhere", async () => {
    const validator = new Validator({ strict: false });
    const { valid, errors } = await validator.validate(structuredClone(document) as never);
    expect(errors ?? []).toEqual([]);
    expect(valid).toBe(true);
    expect(document.openapi).toMatch(/^3\.1\./);
    expect(() => validator.resolveRefs()).not.toThrow();
  });

  it("holds everything the issue promises", () => {
    const named = operations().map(({ path, method }) => `${method} ${path}`);
    const ofRecords = ["customers", "products", "cost-sheets", "quotes", "orders", "users"].flatMap((it) => [
      `GET /${it}`,
      `GET /${it}/{id}`,
      `POST /${it}`,
      `PATCH /${it}/{id}`,
    ]);
    expect(named).toEqual(
      expect.arrayContaining([
        ...ofRecords,
        "GET /tasks",
        "GET /tasks/{id}",
        "POST /tasks/{id}/decisions",
        "GET /cases",
        "GET /cases/{id}",
        "POST /cases",
        "POST /cases/{id}/moves/{move}",
        "GET /processes",
        "GET /processes/{key}",
        "POST /processes",
        "PATCH /processes/{key}",
        "POST /processes/{key}/publish",
      ]),
    );
    const ids = operations().map(({ operation }) => operation.operationId);
    expect(new Set(ids).size).toBe(ids.length);
  });

  it("names only operations that answer: a list with a page, anything else with what is wrong", async () => {
    const wrong: string[] = [];
    for (const { path, method, operation } of operations()) {
      const isWrite = method !== "GET";
      const answer = await admin.ask(addressOf(path), { method, ...(isWrite ? { body: {} } : {}) });
      const isPage = !isWrite && !path.includes("{");
      const isRight = isPage
        ? answer.status === 200
        : [400, 404].includes(answer.status) && !answer.text.includes('"recordType":"address"');
      if (!isRight) wrong.push(`${operation.operationId}: ${answer.status} ${answer.text.slice(0, 200)}`);
    }
    expect(wrong).toEqual([]);
  });

  it("opens nothing but itself to a stranger", async () => {
    const stranger = aBrowser(server);
    const open: string[] = [];
    for (const { path, method, operation } of operations()) {
      const { status } = await stranger.ask(addressOf(path), { method, ...(method === "GET" ? {} : { body: {} }) });
      if (status !== 401 && status !== 400 && operation.security?.length !== 0)
        open.push(`${method} ${path}: ${status}`);
    }
    expect(open).toEqual([]);
  });
});

describe("lists over REST", () => {
  it.each([
    "/customers?sort=-name&q=x&limit=2",
    "/customers?filter[grade]=A",
    "/products?sort=sku&filter[active]=true",
    "/cost-sheets?sort=-createdAt",
    "/quotes?sort=createdAt",
    "/orders?limit=1",
    "/tasks?sort=-openedAt&filter[held]=mine&filter[kind]=approval&filter[process]=quote",
    "/tasks?sort=dueAt&limit=100",
    "/cases?sort=openedAt&filter[status]=running&filter[process]=quote&filter[stage]=draft",
    "/processes?sort=-key&filter[recordType]=quote&filter[kind]=lifeCycle",
    "/users?sort=-name&q=a&filter[role]=rep&filter[active]=true",
  ])("take what they offer: %s", async (path) => {
    const answer = await admin.ask(`/api/v1${path}`);
    expect(answer.status, answer.text).toBe(200);
    expect(answer.json).toMatchObject({ items: expect.any(Array) });
  });

  it.each([
    "/customers?filters[grade]=A",
    "/customers?filter[nonsense]=A",
    "/customers?sort=phone&sort=name",
    "/customers?sort=secret",
    "/customers?limit=many",
    "/customers?limit=101",
    "/customers?cursor=nonsense",
    "/tasks?status=open",
    "/tasks?filter[held]=theirs",
    "/tasks?sort=title",
    "/cases?process=quote",
    "/cases?filter[nonsense]=1",
    "/processes?filter[key]=quote",
    "/users?filter[password]=1",
    "/users?sort=email",
  ])("refuse what they do not know instead of answering with everything: %s", async (path) => {
    const answer = await admin.ask(`/api/v1${path}`);
    expect(answer.status, answer.text).toBe(400);
    expect(answer.json).toMatchObject({ code: "INPUT_INVALID", problems: [{ code: "INPUT_INVALID" }] });
  });

  it("give every row once, page by page, whichever way they are sorted", async () => {
    for (const sort of ["name", "-name"]) {
      const names: string[] = [];
      for (let cursor: string | null = ""; cursor !== null;) {
        const page = (await admin.ask(`/api/v1/users?limit=3&sort=${sort}${cursor === "" ? "" : `&cursor=${cursor}`}`))
          .json as { items: { name: string }[]; nextCursor: string | null };
        names.push(...page.items.map((it) => it.name));
        cursor = page.nextCursor;
      }
      expect(names).toHaveLength(8);
      expect(new Set(names).size).toBe(8);
      const keys: string[] = [];
      for (let cursor: string | null = ""; cursor !== null;) {
        const way = sort.replace("name", "key");
        const page = (
          await admin.ask(`/api/v1/processes?limit=1&sort=${way}${cursor === "" ? "" : `&cursor=${cursor}`}`)
        ).json as { items: { key: string }[]; nextCursor: string | null };
        keys.push(...page.items.map((it) => it.key));
        cursor = page.nextCursor;
      }
      expect(keys).toEqual(keys.toSorted((a, b) => (sort === "name" ? 1 : -1) * (a < b ? -1 : 1)));
      expect(keys.length).toBeGreaterThan(1);
    }
  });
});

describe("a write over REST", () => {
  it("tells where what it made is", async () => {
    const made = await admin.write("POST", "/customers", { fields: { name: "Found again" } });
    expect(made.status, made.text).toBe(201);
    const found = await admin.ask(made.headers.get("location") ?? "");
    expect(found.json).toMatchObject({ title: "Found again" });
  });

  it.each([
    { name: "a member that is not taken", body: { fields: { name: "X" }, feilds: {} }, field: "feilds" },
    { name: "a body that is a list", body: [], field: "body" },
  ])("refuses $name", async ({ body, field }) => {
    const answer = await admin.write("POST", "/customers", body);
    expect(answer.status).toBe(400);
    expect(answer.json).toMatchObject({ code: "INPUT_INVALID", values: { field } });
  });

  it("refuses a key that is no id, by the name it was sent under", async () => {
    const answer = await admin.write("POST", "/customers", { fields: { name: "X" } }, "not-a-uuid");
    expect(answer.json).toMatchObject({ status: 400, code: "INPUT_INVALID", values: { field: "Idempotency-Key" } });
  });

  it("takes no body for an empty one, even when it is called JSON", async () => {
    const headers = { "content-type": "application/json" };
    const answer = await admin.ask(`/api/v1/quotes/${randomUUID()}/costing`, { method: "POST", headers });
    expect(answer.json).toMatchObject({ status: 404, code: "NOT_FOUND" });
    const wanting = await admin.ask("/api/v1/customers", { method: "POST", headers });
    expect(wanting.json).toMatchObject({ status: 400, code: "INPUT_INVALID", values: { field: "fields" } });
  });

  it("says which methods an address takes", async () => {
    const answer = await admin.ask("/api/v1/customers", { method: "DELETE" });
    expect(answer.status).toBe(405);
    expect(answer.headers.get("allow")).toBe("GET, HEAD, POST");
  });
});
