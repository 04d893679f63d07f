import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { aBrowser } from "../support/aBrowser.ts";
import { aServer, type TestServer } from "../support/aServer.ts";

let server: TestServer;
beforeAll(async () => {
  server = await aServer();
});
afterAll(() => server[Symbol.asyncDispose]());

describe("the limit on sign-in", () => {
  it("holds for one address, whatever cookie, key or address a request claims, and says when to try again", async () => {
    const statuses: number[] = [];
    for (let turn = 0; turn < 62; turn += 1) {
      const { status } = await aBrowser(server).ask("/auth/sign-in/email", {
        method: "POST",
        body: { email: `nobody-${turn}@lanting.example`, password: "wrong" },
        headers: { cookie: `made=up-${turn}`, "x-api-key": `made-up-${turn}` },
      });
      statuses.push(status);
    }
    expect(statuses.slice(0, 60).every((status) => status === 401)).toBe(true);
    expect(statuses.slice(60)).toEqual([429, 429]);
    const refused = await aBrowser(server).ask("/auth/sign-in/email", { method: "POST", body: {} });
    const { code, nextPossibleAt } = refused.json as { code: string; nextPossibleAt: string };
    expect(code).toBe("TOO_MANY_REQUESTS");
    expect(Date.parse(nextPossibleAt)).toBeGreaterThan(Date.now() - 1_000);
  });
});
