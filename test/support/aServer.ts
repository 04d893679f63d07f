import { mkdtemp, rm } from "node:fs/promises";
import { createServer } from "node:net";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { loadConfig } from "@sluice/config";
import { DEMO_PASSWORD, ensureDemoAccounts, type PrintQuote, startServer } from "@sluice/server";
import { templates } from "@sluice/templates";
import { paintPicture } from "../../activities/src/pictures/paintPicture.ts";
import { aFirm, type StaffName } from "./aFirm.ts";
import { printedInWords } from "./printedInWords.ts";

const freePort = (): Promise<number> =>
  new Promise((resolve, reject) => {
    const probe = createServer();
    probe.once("error", reject);
    probe.listen(0, "127.0.0.1", () => {
      const address = probe.address();
      probe.close(() => resolve(typeof address === "object" && address !== null ? address.port : 0));
    });
  });

interface ServerWish {
  readonly env?: Readonly<Record<string, string>>;
  readonly printQuote?: PrintQuote;
}

/**
 * A whole server for the firm that tests play with: its people have accounts, the shipped processes are published. Temporal is
 * away, as it may be at any time. The firm's own hand on the door stays there beside it.
 */
export const aServer = async ({ env = {}, printQuote = printedInWords }: ServerWish = {}) => {
  const firm = await aFirm({ size: 4 });
  const dataDir = await mkdtemp(join(tmpdir(), "sluice-server-"));
  const config = loadConfig({
    HOST: "127.0.0.1",
    PORT: String(await freePort()),
    SLUICE_DATA_DIR: dataDir,
    SLUICE_EMBEDDED: "true",
    SLUICE_DEMO: "true",
    DATABASE_URL: firm.db.url,
    DATABASE_LISTEN_URL: firm.db.url,
    TEMPORAL_ADDRESS: "127.0.0.1:9",
    LOG_LEVEL: "silent",
    ...env,
  });
  const emailOf = (name: StaffName): string => `${name}@firm.example`;
  await ensureDemoAccounts(config, (Object.keys(firm.people) as StaffName[]).map(emailOf));
  await firm.publish(...templates);
  let server = await startServer({ config, printQuote, paintPicture });
  return {
    address: config.publicUrl,
    password: DEMO_PASSWORD,
    config,
    firm,
    emailOf,
    /** Stops the server and starts another on the same port and database. */
    restart: async () => {
      await server.stop();
      server = await startServer({ config, printQuote, paintPicture });
    },
    async [Symbol.asyncDispose]() {
      await server.stop();
      await firm.close();
      await rm(dataDir, { recursive: true, force: true });
    },
  };
};

export type TestServer = Awaited<ReturnType<typeof aServer>>;
