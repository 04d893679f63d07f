import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { aBrowser, type Browser } from "../support/aBrowser.ts";
import { aServer, type TestServer } from "../support/aServer.ts";
import { totp } from "../support/totp.ts";

let server: TestServer;
beforeAll(async () => {
  server = await aServer();
});
afterAll(() => server[Symbol.asyncDispose]());

const post = (browser: Browser, path: string, body: object) => browser.ask(path, { method: "POST", body });
const isIn = async (browser: Browser): Promise<boolean> => (await browser.query("tasks.count")).status === 200;

/** Somebody who has set up a second factor, and where their app stands. */
const withSecondFactor = async (name: "chen" | "wang") => {
  const browser = aBrowser(server);
  await browser.signIn(server.emailOf(name));
  const enabled = await post(browser, "/auth/two-factor/enable", { password: server.password });
  expect(enabled.status, enabled.text).toBe(200);
  const { totpURI, backupCodes } = enabled.json as { totpURI: string; backupCodes: string[] };
  const verified = await post(browser, "/auth/two-factor/verify-totp", { code: totp(totpURI) });
  expect(verified.status, verified.text).toBe(200);
  return { totpURI, backupCodes };
};

describe("a second factor", () => {
  it("is asked for after the password, which alone opens nothing", async () => {
    const { totpURI } = await withSecondFactor("chen");
    const browser = aBrowser(server);
    const first = await browser.signIn(server.emailOf("chen"));
    expect(first.json).toMatchObject({ twoFactorRedirect: true });
    expect(await isIn(browser)).toBe(false);

    const wrong = await post(browser, "/auth/two-factor/verify-totp", { code: "000000" });
    expect(wrong.status).toBe(401);
    const right = await post(browser, "/auth/two-factor/verify-totp", { code: totp(totpURI) });
    expect(right.status, right.text).toBe(200);
    expect(await isIn(browser)).toBe(true);
  });

  it("that is lost is replaced by a spare code, once", async () => {
    const { backupCodes } = await withSecondFactor("wang");
    const [code = ""] = backupCodes;
    const browser = aBrowser(server);
    await browser.signIn(server.emailOf("wang"));
    expect((await post(browser, "/auth/two-factor/verify-backup-code", { code })).status).toBe(200);
    expect(await isIn(browser)).toBe(true);
    const again = aBrowser(server);
    await again.signIn(server.emailOf("wang"));
    expect((await post(again, "/auth/two-factor/verify-backup-code", { code })).status).toBe(401);
    expect(await isIn(again)).toBe(false);
  });

  it("is kept encrypted, and needs the password to be set up or given up", async () => {
    const browser = aBrowser(server);
    await browser.signIn(server.emailOf("gao"));
    expect((await post(browser, "/auth/two-factor/enable", { password: "wrong" })).status).toBe(400);
    const { totpURI } = (await post(browser, "/auth/two-factor/enable", { password: server.password })).json as {
      totpURI: string;
    };
    const rows = await server.firm.rows<{ row: string }>("select auth_two_factor::text as row from auth_two_factor");
    expect(rows.length).toBeGreaterThan(0);
    const secret = new URL(totpURI).searchParams.get("secret") ?? "–";
    expect(rows.filter(({ row }) => row.includes(secret))).toEqual([]);
    expect((await post(browser, "/auth/two-factor/disable", { password: "wrong" })).status).toBe(400);
  });
});
