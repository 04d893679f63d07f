import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { aBrowser } from "../support/aBrowser.ts";
import { aServer, type TestServer } from "../support/aServer.ts";

let server: TestServer;
beforeAll(async () => {
  server = await aServer();
});
afterAll(() => server[Symbol.asyncDispose]());

const meOf = async (browser: ReturnType<typeof aBrowser>): Promise<string | null> => {
  const { json } = (await browser.query("session.me")) as {
    json: { result: { data: { person: { name: string } } | null } };
  };
  return json.result.data?.person.name ?? null;
};

describe("signing in", () => {
  it("opens a session for the right password, in a cookie that scripts cannot read", async () => {
    const browser = aBrowser(server);
    const answer = await browser.signIn(server.emailOf("chen"));
    expect(answer.status, answer.text).toBe(200);
    expect(answer.headers.getSetCookie().join()).toMatch(/HttpOnly; SameSite=Lax/i);
    expect(await meOf(browser)).toBe("Chen Rui");
  });

  it("knows nobody without a session, with a forged one, and after signing out", async () => {
    const browser = aBrowser(server);
    expect(await meOf(browser)).toBeNull();
    const forged = await browser.ask("/trpc/session.me", { headers: { cookie: "sluice.session_token=forged.forged" } });
    expect(forged.text).toContain('"data":null');
    await browser.signIn(server.emailOf("chen"));
    const { status } = await browser.ask("/auth/sign-out", { method: "POST", body: {} });
    expect(status).toBe(200);
    expect(await meOf(browser)).toBeNull();
    expect((await browser.query("tasks.count")).status).toBe(401);
  });

  it("lets nobody sign up", async () => {
    const answer = await aBrowser(server).ask("/auth/sign-up/email", {
      method: "POST",
      body: { email: "eve@lanting.example", name: "Eve", password: "a long password" },
    });
    expect(answer.status).toBeGreaterThanOrEqual(400);
  });

  it("locks an account after ten wrong passwords, for the right one too, and alike for one that does not exist", async () => {
    const browser = aBrowser(server);
    for (const email of [server.emailOf("zhao"), "nobody@lanting.example"]) {
      for (let turn = 0; turn < 10; turn += 1) expect((await browser.signIn(email, "wrong")).status).toBe(401);
      const locked = await browser.signIn(email);
      expect(locked.status).toBe(429);
      expect((locked.json as { code: string }).code).toBe("TOO_MANY_REQUESTS");
    }
  });

  it("counts tries that come at once: of forty no more than ten are looked at", async () => {
    const email = server.emailOf("tom");
    const tries = await Promise.all(
      Array.from({ length: 40 }, (_each, index) => aBrowser(server).signIn(email, `wrong ${index}`)),
    );
    expect(tries.filter(({ status }) => status === 401).length).toBeLessThanOrEqual(10);
    expect((await aBrowser(server).signIn(email)).status).toBe(429);
  });

  it.each(["/auth/sign-in/%65mail", "/auth/sign-in/email/", "//auth/sign-in/email", "/auth/sign-in/email?x=1"])(
    "locks by whatever spelling it is asked: %s",
    async (path) => {
      const answer = await aBrowser(server).ask(path, {
        method: "POST",
        body: { email: ` ${server.emailOf("zhao").toUpperCase()}`, password: server.password },
      });
      expect([404, 429]).toContain(answer.status);
    },
  );

  it("refuses to change anything for another origin, even with the session's cookie", async () => {
    const browser = aBrowser(server);
    await browser.signIn(server.emailOf("chen"));
    const answer = await browser.ask("/trpc/session.setLanguage", {
      method: "POST",
      body: { commandId: crypto.randomUUID(), language: "zh" },
      headers: { origin: "https://evil.example" },
    });
    expect(answer.status).toBe(403);
  });

  it("offers the demo people on loopback", async () => {
    const { json } = (await aBrowser(server).query("session.demoPeople")) as {
      json: { result: { data: { people: unknown[]; password: string } } };
    };
    expect(json.result.data.people).toHaveLength(8);
  });
});
