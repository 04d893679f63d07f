import { randomUUID } from "node:crypto";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { aBrowser } from "../support/aBrowser.ts";
import { aServer, type TestServer } from "../support/aServer.ts";
import { oidcProvider } from "../support/oidcProvider.ts";

const client = { clientId: "sluice", clientSecret: randomUUID() };
let provider: Awaited<ReturnType<typeof oidcProvider>>;
let server: TestServer;
beforeAll(async () => {
  provider = await oidcProvider(client);
  server = await aServer({
    env: {
      OIDC_ISSUER: provider.issuer,
      OIDC_CLIENT_ID: client.clientId,
      OIDC_CLIENT_SECRET: client.clientSecret,
      OIDC_NAME: "Lanting ID",
    },
  });
});
afterAll(async () => {
  await server[Symbol.asyncDispose]();
  await provider.close();
});

/** Goes the whole way that a browser goes, and answers who is signed in at its end. */
const comeBy = async (): Promise<string | null> => {
  const browser = aBrowser(server);
  const start = await browser.ask("/auth/sign-in/social", {
    method: "POST",
    body: { provider: "oidc", callbackURL: "/" },
  });
  expect(start.status, start.text).toBe(200);
  const atProvider = await fetch((start.json as { url: string }).url, { redirect: "manual" });
  const back = new URL(atProvider.headers.get("location") ?? "http://nowhere.invalid");
  await browser.ask(back.pathname + back.search);
  const me = (await browser.query("session.me")).json as { result: { data: { person: { name: string } } | null } };
  return me.result.data?.person.name ?? null;
};

describe("single sign-on", () => {
  it("is offered by the name that the install gives it", async () => {
    const { json } = await aBrowser(server).query("session.signInWays");
    expect(json).toMatchObject({ result: { data: { password: true, oidc: { name: "Lanting ID" } } } });
  });

  it("opens the account of the person with that e-mail, twice the same", async () => {
    provider.signsIn({
      sub: "idp-1",
      email: server.emailOf("chen"),
      emailVerified: true,
      name: "Rui Chen at the provider",
    });
    expect(await comeBy()).toBe("Chen Rui");
    expect(await comeBy()).toBe("Chen Rui");
  });

  it("makes no account for a stranger", async () => {
    provider.signsIn({ sub: "idp-2", email: "stranger@elsewhere.example", emailVerified: true, name: "Stranger" });
    expect(await comeBy()).toBeNull();
    expect(await server.firm.rows("select id from auth_user where email = 'stranger@elsewhere.example'")).toHaveLength(
      0,
    );
  });

  it("opens nobody's account on an e-mail that the provider does not vouch for", async () => {
    provider.signsIn({ sub: "idp-4", email: server.emailOf("mei"), emailVerified: false, name: "Not Mei" });
    expect(await comeBy()).toBeNull();
  });

  it("lets no leaver in", async () => {
    await server.firm.rows("update person set active = false where id = $1", [server.firm.people.tom]);
    provider.signsIn({ sub: "idp-3", email: server.emailOf("tom"), emailVerified: true, name: "Tom" });
    expect(await comeBy()).toBeNull();
  });
});
