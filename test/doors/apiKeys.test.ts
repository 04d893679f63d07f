import { randomUUID } from "node:crypto";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { aBrowser, type Browser } from "../support/aBrowser.ts";
import { aServer, type TestServer } from "../support/aServer.ts";

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

interface Made {
  readonly id: string;
  readonly key: string;
}

const dataOf = <Data>(answer: { readonly json: never; readonly text: string }): Data => {
  const { result } = answer.json as { result?: { data: Data } };
  if (result === undefined) throw new Error(answer.text);
  return result.data;
};
const make = async (browser: Browser, access: "read" | "write" | "admin", wish: object = {}): Promise<Made> =>
  dataOf(await browser.mutate("apiKeys.create", { name: "for the test", access, days: 30, ...wish }));
const listed = async (browser: Browser) =>
  dataOf<{ id: string; start: string; access: string; expiresAt: string }[]>(await browser.query("apiKeys.list"));

const byKey = (key: string) => ({ headers: { "x-api-key": key } });
const asks = async (key: string): Promise<number> => (await aBrowser(server).ask("/api/v1/tasks", byKey(key))).status;
const writes = async (key: string, name: string) =>
  aBrowser(server).write("POST", "/customers", { fields: { name } }, randomUUID(), { "x-api-key": key });

describe("an API key", () => {
  it("opens what its person may do, is kept as a hash, and nothing opens without it", async () => {
    const { id, key } = await make(rep, "write");

    expect((await aBrowser(server).ask("/api/v1/tasks")).status).toBe(401);
    for (const wrong of ["sluice_wrong", "", `${key}x`, "x".repeat(8_000)]) expect(await asks(wrong)).toBe(401);
    expect(await asks(key)).toBe(200);
    const made = await writes(key, "By key");
    expect(made.status, made.text).toBe(201);

    const rows = await server.firm.rows<{ row: string }>("select auth_apikey::text as row from auth_apikey");
    expect(rows.filter(({ row }) => row.includes(key))).toEqual([]);
    const audit = await server.firm.rows<{ via: string; action: string }>(
      "select via, action from audit where via = 'apiKey' or detail ->> 'apiKey' = $1",
      [id],
    );
    expect(audit.map(({ via, action }) => `${via} ${action}`)).toEqual(
      expect.arrayContaining(["session apiKeyMade", "apiKey create"]),
    );
  });

  it("always expires, and is listed by its start only", async () => {
    const { id, key } = await make(rep, "read", { days: 7 });
    const row = (await listed(rep)).find((it) => it.id === id);
    expect(row).toMatchObject({ access: "read", start: key.slice(0, 11) });
    expect(Date.parse(row?.expiresAt ?? "") - Date.now()).toBeLessThanOrEqual(7 * 86_400_000);
    expect(JSON.stringify(row)).not.toContain(key);
    for (const days of [0, 366, null])
      expect((await rep.mutate("apiKeys.create", { name: "n", access: "read", days })).status).toBe(400);
    await server.firm.rows("update auth_apikey set expires_at = now() - interval '1 second' where id = $1", [id]);
    expect(await asks(key)).toBe(401);
  });

  it("is one key however often the command is sent, and the same one", async () => {
    const commandId = randomUUID();
    const first = await make(rep, "read", { commandId });
    expect(await make(rep, "read", { commandId })).toEqual(first);
    expect((await listed(rep)).filter((it) => it.id === first.id)).toHaveLength(1);
    const other = await rep.mutate("apiKeys.create", { commandId, name: "for the test", access: "write", days: 30 });
    expect(other.status).toBe(409);
  });

  it("for reading does not write", async () => {
    const { key } = await make(rep, "read");
    expect(await asks(key)).toBe(200);
    expect((await writes(key, "No")).status).toBe(403);
    const form = new FormData();
    form.set("file", new Blob(["a,b\n"]), "a.csv");
    const upload = await aBrowser(server).ask("/files", { method: "POST", body: form, ...byKey(key) });
    expect(upload.status).toBe(403);
  });

  it("of an admin does an admin's work only if it was made for it, and a rep's never does", async () => {
    const publish = (key: string) =>
      aBrowser(server).write("POST", "/processes/quote/publish", { rev: 999, base: 1 }, randomUUID(), {
        "x-api-key": key,
      });
    expect((await publish((await make(admin, "write")).key)).status).toBe(403);
    expect((await publish((await make(rep, "admin")).key)).status).toBe(403);
    expect((await publish((await make(admin, "admin")).key)).status).not.toBe(403);
  });

  it("neither makes, nor shows, nor revokes keys", async () => {
    const { id, key } = await make(rep, "admin");
    const program = aBrowser(server);
    const body = (more: object) => ({ method: "POST", body: { commandId: randomUUID(), ...more }, ...byKey(key) });
    expect((await program.ask("/trpc/apiKeys.list", byKey(key))).status).toBe(403);
    expect((await program.ask("/trpc/apiKeys.create", body({ name: "n", access: "read", days: 1 }))).status).toBe(403);
    expect((await program.ask("/trpc/apiKeys.revoke", body({ id }))).status).toBe(403);
  });

  it("ends at once when it is revoked, by its person or an admin and nobody else", async () => {
    const [mine, other] = [await make(rep, "read"), await make(rep, "read")];
    const sofia = aBrowser(server);
    await sofia.signIn(server.emailOf("sofia"));
    expect((await sofia.mutate("apiKeys.revoke", { id: mine.id })).status).toBe(404);
    expect((await rep.mutate("apiKeys.revoke", { id: mine.id })).status).toBe(200);
    expect((await admin.mutate("apiKeys.revoke", { id: other.id })).status).toBe(200);
    expect([await asks(mine.key), await asks(other.key)]).toEqual([401, 401]);
  });

  it("that asks too often is told when to ask again, not that it is wrong", async () => {
    const { id, key } = await make(rep, "read");
    await server.firm.rows("update auth_apikey set request_count = 600, last_request = now() where id = $1", [id]);
    const answer = await aBrowser(server).ask("/api/v1/tasks", byKey(key));
    expect(answer.status, answer.text).toBe(429);
    expect(answer.json).toMatchObject({ code: "TOO_MANY_REQUESTS", nextPossibleAt: expect.stringMatching(/^\d{4}-/) });
  });

  it.each(["/auth/api-key/create", "/auth/api-key/update", "/auth/api-key/delete", "/auth/update-user"])(
    "has no way round the product: %s is shut",
    async (path) => {
      expect((await rep.ask(path, { method: "POST", body: { name: "x", keyId: "x" } })).status).toBe(404);
    },
  );

  it("and the session of a person who is deactivated are refused at once", async () => {
    const sofia = aBrowser(server);
    await sofia.signIn(server.emailOf("sofia"));
    const { key } = await make(sofia, "read");
    const id = server.firm.people.sofia;
    const { version } = (await admin.ask(`/api/v1/users/${id}`)).json as { version: number };
    const left = await admin.write("PATCH", `/users/${id}`, { version, fields: { active: false } });
    expect(left.status, left.text).toBe(200);
    expect((await sofia.query("tasks.count")).status).toBe(401);
    expect(await asks(key)).toBe(401);
    expect((await aBrowser(server).signIn(server.emailOf("sofia"))).status).toBe(401);
  });
});
