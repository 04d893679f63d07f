import { mkdtempSync, rmSync, statSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, describe, expect, it } from "vitest";
import { ConfigError } from "./configError.ts";
import { loadConfig } from "./loadConfig.ts";
import { loadHouseConfig } from "./loadHouseConfig.ts";

const dataDir = mkdtempSync(join(tmpdir(), "sluice-config-"));
afterAll(() => rmSync(dataDir, { recursive: true, force: true }));

const SECRET = "9f3c1d7a5e2b8046c4d0a1e7b5f29c38";
const embedded = { SLUICE_DATA_DIR: dataDir };
const external = {
  ...embedded,
  DATABASE_URL: "postgresql://app@db/firm",
  DATABASE_OWNER_URL: "postgresql://owner@db/firm",
  TEMPORAL_ADDRESS: "temporal:7233",
  SLUICE_SECRET: SECRET,
};
const problemsOf = (env: NodeJS.ProcessEnv): readonly string[] => {
  try {
    loadHouseConfig(env);
    return [];
  } catch (error) {
    if (error instanceof ConfigError) return error.problems;
    throw error;
  }
};

describe("loadHouseConfig", () => {
  it("runs both embedded servers on loopback when nothing is set", () => {
    const config = loadHouseConfig(embedded);

    expect(config).toMatchObject({ host: "127.0.0.1", port: 3000, isEmbedded: true, hasDemoPeople: true });
    expect([config.database, config.temporal]).toEqual([null, null]);
    expect(config.sweep).toEqual({ everyMs: 30_000, overdueMs: 60_000 });
  });

  it("makes the embedded secret once and keeps it from other users", () => {
    const first = loadHouseConfig(embedded).secret;

    expect(first).toMatch(/^[0-9a-f]{64}$/);
    expect(loadHouseConfig(embedded).secret).toBe(first);
    expect(statSync(join(dataDir, "secrets/auth")).mode & 0o777).toBe(0o600);
  });

  it("never signs webhooks, which other systems verify, with the secret of sessions", () => {
    for (const { secret, webhookSecrets } of [loadHouseConfig(external), loadHouseConfig(embedded)])
      expect(new Set([secret, webhookSecrets.in, webhookSecrets.out]).size).toBe(3);
  });

  it("takes an empty variable for one that is not set", () => {
    expect(loadHouseConfig({ ...embedded, DATABASE_URL: "", PORT: "" })).toMatchObject({ database: null, port: 3000 });
  });

  it.each([
    { name: "a port beyond the last", env: { PORT: "65536" }, says: /^PORT / },
    { name: "a port that is no number", env: { PORT: "web" }, says: /^PORT / },
    {
      name: "a database that is not Postgres",
      env: { DATABASE_URL: "mysql://x/y" },
      says: /^DATABASE_URL is not a postgresql/,
    },
    {
      name: "a Temporal address without port",
      env: { TEMPORAL_ADDRESS: "temporal" },
      says: /^TEMPORAL_ADDRESS is not of the form/,
    },
    { name: "an SMTP address that is HTTP", env: { SMTP_URL: "http://mail" }, says: /^SMTP_URL is not/ },
    {
      name: "a secret of 31 characters",
      env: { SLUICE_SECRET: SECRET.slice(1) },
      says: /^SLUICE_SECRET needs at least 32/,
    },
    {
      name: "a secret from an example file",
      env: { SLUICE_SECRET: "please-change-me-9f3c1d7a5e2b8046c4" },
      says: /known or guessable/,
    },
    { name: "a secret of one letter", env: { SLUICE_SECRET: "a".repeat(40) }, says: /known or guessable/ },
    {
      name: "a short webhook secret",
      env: { WEBHOOK_IN_SECRET: "short" },
      says: /^WEBHOOK_IN_SECRET needs at least 32/,
    },
    {
      name: "one secret for sessions and webhooks",
      env: { SLUICE_SECRET: SECRET, WEBHOOK_OUT_SECRET: SECRET },
      says: /WEBHOOK_OUT_SECRET is told to other systems: it must not be SLUICE_SECRET/,
    },
    { name: "an open host with demo people", env: { HOST: "0.0.0.0" }, says: /^HOST 0\.0\.0\.0 is refused/ },
    {
      name: "an address others can reach with demo people",
      env: { PUBLIC_URL: "https://crm.lanting.example" },
      says: /^PUBLIC_URL https:\/\/crm\.lanting\.example is refused while the demo people exist/,
    },
    {
      name: "an open host without TLS",
      env: { SLUICE_DEMO: "false", HOST: "0.0.0.0" },
      says: /^PUBLIC_URL must be an https/,
    },
    {
      name: "a public address without TLS",
      env: { SLUICE_DEMO: "false", PUBLIC_URL: "http://crm.lanting.example" },
      says: /^PUBLIC_URL must be an https/,
    },
    { name: "a proxy that is no address", env: { TRUSTED_PROXIES: "everybody" }, says: /^TRUSTED_PROXIES/ },
    {
      name: "a worker's version on the embedded Temporal",
      env: { WORKER_BUILD_ID: "1.4.0" },
      says: /^WORKER_BUILD_ID is for/,
    },
    {
      name: "a worker's version with a colon",
      env: { WORKER_BUILD_ID: "1:4", TEMPORAL_ADDRESS: "temporal:7233" },
      says: /^WORKER_BUILD_ID takes/,
    },
    { name: "half a single sign-on", env: { OIDC_ISSUER: "https://id.example" }, says: /belong together/ },
  ])("refuses $name", ({ env, says }) => {
    expect(problemsOf({ ...embedded, ...env })).toEqual([expect.stringMatching(says)]);
  });

  it("lets an embedded stack without demo people listen anywhere", () => {
    const env = { ...embedded, HOST: "0.0.0.0", SLUICE_DEMO: "false", PUBLIC_URL: "https://crm.lanting.example" };
    expect(problemsOf(env)).toEqual([]);
  });

  it("reports all that is missing outside the embedded stack at once", () => {
    expect(problemsOf({ ...embedded, DATABASE_URL: external.DATABASE_URL })).toEqual([
      expect.stringMatching(/^DATABASE_OWNER_URL is missing/),
      expect.stringMatching(/^SLUICE_SECRET is missing/),
    ]);
  });
});

describe("loadConfig", () => {
  it("gives workers a version only where one is named", () => {
    expect(loadConfig(external).workerVersion.buildId).toBeNull();
    expect(loadConfig({ ...external, WORKER_BUILD_ID: "1.4.0" }).workerVersion).toEqual({
      deployment: "sluice",
      buildId: "1.4.0",
    });
  });

  it("knows where everything is", () => {
    expect(loadConfig({ ...external, PUBLIC_URL: "https://crm.example/" })).toMatchObject({
      isEmbedded: false,
      hasDemoPeople: false,
      publicUrl: "https://crm.example",
      secret: SECRET,
      database: { url: external.DATABASE_URL, listenUrl: null },
      temporal: { address: "temporal:7233", namespace: "default", tls: false, apiKey: null },
    });
  });

  it("keeps a worker's metrics to itself unless a port is named", () => {
    expect(loadConfig(external).workerMetricsPort).toBe(null);
    expect(loadConfig({ ...external, WORKER_METRICS_PORT: "9464" }).workerMetricsPort).toBe(9464);
  });

  it("neither needs nor keeps the owner's address", () => {
    const { DATABASE_OWNER_URL: owner, ...program } = external;
    expect(loadConfig(program).database).toEqual({ url: external.DATABASE_URL, listenUrl: null });
    expect(JSON.stringify(loadConfig({ ...program, DATABASE_OWNER_URL: owner }))).not.toContain(owner);
  });

  it("uses TLS with an API key unless told otherwise", () => {
    expect(loadConfig({ ...external, TEMPORAL_API_KEY: "k" }).temporal.tls).toBe(true);
    expect(loadConfig({ ...external, TEMPORAL_API_KEY: "k", TEMPORAL_TLS: "false" }).temporal.tls).toBe(false);
  });

  it("refuses a process that was told neither of both servers", () => {
    expect(() => loadConfig(embedded)).toThrow(/DATABASE_URL is missing[\s\S]*TEMPORAL_ADDRESS is missing/);
  });
});
