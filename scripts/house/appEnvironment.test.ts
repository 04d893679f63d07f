import type { HouseConfig } from "@sluice/config";
import { afterEach, describe, expect, it, vi } from "vitest";
import { appEnvironment } from "./appEnvironment.ts";
import type { Servers } from "./serverServices.ts";

const config = {
  host: "127.0.0.1",
  dataDir: "data",
  isEmbedded: true,
  hasDemoPeople: true,
  secret: "a secret",
} as HouseConfig;
const servers = {
  database: { url: "postgres://app", ownerUrl: "postgres://owner", listenUrl: null },
  temporal: { address: "127.0.0.1:7233", namespace: "default", tls: false, apiKey: null },
} as unknown as Servers;

describe("what server and worker are told", () => {
  afterEach(() => {
    vi.unstubAllEnvs();
  });

  it("is where the servers are, and never how to act as the owner", () => {
    vi.stubEnv("DATABASE_OWNER_URL", "postgres://owner");

    const told = appEnvironment(config, servers, 3_000);

    expect(told).toMatchObject({ PORT: "3000", DATABASE_URL: "postgres://app", TEMPORAL_ADDRESS: "127.0.0.1:7233" });
    expect(JSON.stringify(told)).not.toContain("postgres://owner");
  });
});
