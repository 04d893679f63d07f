import { randomUUID } from "node:crypto";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { aBrowser, type Browser } from "../support/aBrowser.ts";
import { aServer, type TestServer } from "../support/aServer.ts";

interface Refused {
  readonly code: string;
  readonly problems: readonly { readonly code: string; readonly message: string }[];
}
interface TrpcRefused {
  readonly error: {
    readonly data: {
      readonly problems: readonly { readonly code: string; readonly message: string }[];
      readonly httpStatus: number;
    };
  };
}
interface Committed {
  readonly recordId: string;
  readonly version: number;
  readonly caseId: string | null;
}

let server: TestServer;
let rep: Browser;
let admin: Browser;
beforeAll(async () => {
  server = await aServer();
  rep = aBrowser(server);
  admin = aBrowser(server);
  await rep.signIn(server.emailOf("chen"));
  await admin.signIn(server.emailOf("mei"));
});
afterAll(() => server[Symbol.asyncDispose]());

const codesOf = (problems: readonly { readonly code: string }[]): string[] => problems.map((it) => it.code);

describe("REST and tRPC are two ways to one procedure", () => {
  it("creates, reads, lists and changes a record", async () => {
    const made = await rep.write("POST", "/customers", { fields: { name: "Hengtai 恒泰机械", grade: "A" } });
    expect(made.status, made.text).toBe(201);
    const { recordId } = made.json as Committed;
    const got = await rep.ask(`/api/v1/customers/${recordId}`);
    expect(got.json).toMatchObject({ id: recordId, title: "Hengtai 恒泰机械", version: 1, can: { patch: true } });
    const patched = await rep.write("PATCH", `/customers/${recordId}`, {
      version: 1,
      fields: { industry: "Machinery" },
    });
    expect(patched.json).toMatchObject({ recordId, version: 2 });
    const listed = await rep.ask(`/api/v1/customers?q=${encodeURIComponent("恒泰")}&limit=5&sort=-updatedAt`);
    expect(listed.status, listed.text).toBe(200);
    expect((listed.json as { items: { id: string }[] }).items.map((it) => it.id)).toContain(recordId);
  });

  it("deletes a record by the version that was read, and brings it back", async () => {
    const { recordId } = (await rep.write("POST", "/customers", { fields: { name: "Gone and back" } }))
      .json as Committed;
    const here = `/api/v1/customers/${recordId}`;
    expect((await rep.ask(here, { method: "DELETE" })).status).toBe(400);
    expect((await rep.ask(`${here}?version=7`, { method: "DELETE" })).status).toBe(409);
    const gone = await rep.ask(`${here}?version=1`, { method: "DELETE" });
    expect([gone.status, gone.json], gone.text).toMatchObject([200, { recordId, version: 2 }]);
    expect((await rep.ask(here)).status).toBe(404);
    const others = aBrowser(server);
    await others.signIn(server.emailOf("tom"));
    expect((await others.write("POST", `/customers/${recordId}/restore`, { version: 2 })).status).toBe(404);
    const back = await rep.write("POST", `/customers/${recordId}/restore`, { version: 2 });
    expect([back.status, back.json], back.text).toMatchObject([200, { recordId, version: 3 }]);
    expect((await rep.ask(here)).json).toMatchObject({ title: "Gone and back", can: { delete: true } });
  });

  it.each([
    {
      name: "a missing required field",
      rest: ["POST", "/customers", { fields: {} }],
      trpc: ["customers.create", { fields: {} }],
      status: 422,
      codes: ["REQUIRED_FIELD"],
    },
    {
      name: "a field that is not there",
      rest: ["POST", "/customers", { fields: { name: "X", nonsense: 1 } }],
      trpc: ["customers.create", { fields: { name: "X", nonsense: 1 } }],
      status: 400,
      codes: ["INPUT_INVALID"],
    },
    {
      name: "input of the wrong shape",
      rest: ["POST", "/customers", { fields: 7 }],
      trpc: ["customers.create", { fields: 7 }],
      status: 400,
      codes: ["INPUT_INVALID"],
    },
    {
      name: "a record that is not there",
      rest: ["PATCH", `/customers/${randomUUID()}`, { version: 1, fields: { name: "Y" } }],
      trpc: ["customers.patch", { id: randomUUID(), version: 1, fields: { name: "Y" } }],
      status: 404,
      codes: ["NOT_FOUND"],
    },
    {
      name: "a right that is missing",
      rest: ["POST", "/products", { fields: { sku: "A-1", name: "A", unit: "pc", listPrice: "1", currency: "CNY" } }],
      trpc: ["products.create", { fields: { sku: "A-1", name: "A", unit: "pc", listPrice: "1", currency: "CNY" } }],
      status: 403,
      codes: ["NOT_ALLOWED"],
    },
    {
      name: "an admin's procedure",
      rest: ["POST", "/processes/quote/publish", { rev: 1, base: 1 }],
      trpc: ["processes.publish", { key: "quote", rev: 1, base: 1 }],
      status: 403,
      codes: ["NOT_ALLOWED"],
    },
  ] as const)("refuses $name with the same problems", async ({ rest, trpc, status, codes }) => {
    const byRest = await rep.write(rest[0], rest[1], rest[2]);
    const byTrpc = await rep.mutate(trpc[0], trpc[1]);
    const restCodes = codesOf((byRest.json as Refused).problems);
    const { data } = (byTrpc.json as TrpcRefused).error;
    expect(byRest.headers.get("content-type")).toContain("application/problem+json");
    expect(restCodes).toEqual(codesOf(data.problems));
    expect(byRest.status).toBe(data.httpStatus);
    expect({ status: byRest.status, codes: restCodes }).toEqual({ status, codes });
    expect(byRest.text + byTrpc.text).not.toMatch(/stack|node_modules|\.ts:\d/);
  });

  it("speaks the language that is asked for", async () => {
    const answer = await rep.ask("/api/v1/customers", {
      method: "POST",
      body: { fields: 7 },
      headers: { "x-sluice-language": "zh" },
    });
    expect((answer.json as Refused).problems[0]?.message).toMatch(/请检查/);
  });
});

describe("Idempotency-Key", () => {
  it("answers a repeated request with the first answer and does nothing twice", async () => {
    const key = randomUUID();
    const first = await rep.write("POST", "/customers", { fields: { name: "Once" } }, key);
    const again = await rep.write("POST", "/customers", { fields: { name: "Once" } }, key);
    expect(again.text).toBe(first.text);
    const rows = await server.firm.rows("select id from customer where name = 'Once'");
    expect(rows).toHaveLength(1);
  });

  it("refuses the same key for another wish, by either way in", async () => {
    const key = randomUUID();
    await rep.write("POST", "/customers", { fields: { name: "First" } }, key);
    const other = await rep.write("POST", "/customers", { fields: { name: "Second" } }, key);
    const byTrpc = await rep.mutate("customers.create", { commandId: key, fields: { name: "Third" } });
    expect({ status: other.status, code: (other.json as Refused).code }).toEqual({
      status: 409,
      code: "COMMAND_ID_REUSED",
    });
    expect(codesOf((byTrpc.json as TrpcRefused).error.data.problems)).toEqual(["COMMAND_ID_REUSED"]);
  });

  it("refuses a key that is no id", async () => {
    expect((await rep.write("POST", "/customers", { fields: { name: "Z" } }, "not-a-uuid")).status).toBe(400);
  });
});

describe("people", () => {
  it("are added by admins with an account of their own, and the last admin stays one", async () => {
    const department = (
      await server.firm.rows<{ department_id: string }>("select department_id from person limit 1")
    )[0]?.department_id;
    const made = await admin.write("POST", "/users", {
      fields: {
        name: "New Rep",
        email: "new@firm.example",
        departmentId: department,
        roles: [],
        password: "a long password",
      },
    });
    expect(made.status, made.text).toBe(201);
    expect((await aBrowser(server).signIn("new@firm.example", "a long password")).status).toBe(200);
    expect(
      (await rep.write("POST", "/users", { fields: { name: "N", email: "n@firm.example", departmentId: department } }))
        .status,
    ).toBe(403);
    const mei = (await admin.ask(`/api/v1/users/${server.firm.people.mei}`)).json as { version: number };
    expect(
      (
        await admin.write("PATCH", `/users/${server.firm.people.mei}`, {
          version: mei.version,
          fields: { active: false },
        })
      ).status,
    ).toBe(403);
  });
});
