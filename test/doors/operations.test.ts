import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { aBrowser } from "../support/aBrowser.ts";
import { aServer, type TestServer } from "../support/aServer.ts";

let server: TestServer;
beforeAll(async () => {
  server = await aServer();
});
afterAll(() => server[Symbol.asyncDispose]());

const ask = (path: string, headers: Readonly<Record<string, string>> = {}) => aBrowser(server).ask(path, { headers });

describe("operations", () => {
  it("answer that the server lives and that it is ready", async () => {
    expect((await ask("/healthz")).json).toEqual({ status: "alive" });
    expect((await ask("/readyz")).json).toEqual({ status: "ready" });
  });

  it("count commands by what came of them, and hold nothing of anybody's", async () => {
    const rep = aBrowser(server);
    await rep.signIn(server.emailOf("chen"));
    await rep.write("POST", "/customers", { fields: { name: "Nobody Must Read This" } });
    await rep.write("POST", "/customers", { fields: {} });
    await rep.write("POST", "/processes/quote/publish", { rev: 1, base: 1 });
    const { text, headers } = await ask("/metrics");
    expect(headers.get("content-type")).toMatch(/^text\/plain/);
    expect(text).toMatch(/sluice_commands_total\{procedure="customers.create",outcome="done",part="server"\} 1/);
    expect(text).toMatch(/procedure="customers.create",outcome="REQUIRED_FIELD"/);
    expect(text).toMatch(/procedure="processes.publish",outcome="NOT_ALLOWED"/);
    expect(text).toMatch(/sluice_http_request_seconds_count\{[^}]*route="\/api\/v1\/customers"[^}]*status="201"/);
    for (const gauge of ["live_clients", "database_connections", "outbox_waiting", "temporal_up"])
      expect(text).toContain(`sluice_${gauge}`);
    expect(text).not.toMatch(/Nobody Must Read This|firm\.example|Chen/);
  });

  it("show metrics to nobody who comes through a proxy without the token", async () => {
    const far = { "x-forwarded-for": "203.0.113.7" };
    expect((await ask("/metrics", far)).status).toBe(404);
    expect((await ask("/metrics", { ...far, authorization: "Bearer wrong" })).status).toBe(404);
  });

  it("answer every page with the headers that keep other sites out", async () => {
    const { headers } = await ask("/");
    const policy = headers.get("content-security-policy") ?? "";
    expect(policy).toContain("script-src 'self'");
    expect(policy).not.toContain("unsafe-eval");
    expect(policy).toContain("frame-ancestors 'none'");
    expect(headers.get("x-content-type-options")).toBe("nosniff");
  });
});
