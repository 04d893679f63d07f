import type { DatabaseConfig, HouseConfig, TemporalConfig } from "@sluice/config";
import {
  checkDatabase,
  claimHome,
  migrate,
  postgresData,
  type RunningPostgres,
  type RunningTemporal,
  type Say,
  type Service,
  startPostgres,
  startTemporal,
} from "@sluice/embedded";
import { migrationsFolder } from "./migrationsFolder.ts";

/** Where both servers are, once they are. The embedded ones keep their ports when they are started again, if these are still free. */
export interface Servers {
  database: DatabaseConfig | null;
  temporal: TemporalConfig | null;
}

interface Hears {
  readonly say: Say;
  /** Called when a server came back in another place than the one that was told. */
  readonly onMoved: () => void;
}

const postgresService = (config: HouseConfig, servers: Servers, { say, onMoved }: Hears): Service => {
  let last: RunningPostgres | null = null;
  return {
    name: "postgres",
    start: async () => {
      const running = await startPostgres({
        dataDir: config.dataDir,
        say,
        ...(last === null ? {} : { preferredPort: last.port }),
      });
      const isMoved = last !== null && last.port !== running.port;
      last = running;
      servers.database = { url: running.url, ownerUrl: running.ownerUrl, listenUrl: running.url };
      if (isMoved) onMoved();
      say(`Postgres is up on port ${running.port}${running.wasAdopted ? " (it was running already)" : ""}`);
      return running;
    },
  };
};

const temporalService = (config: HouseConfig, servers: Servers, { say, onMoved }: Hears): Service => {
  let last: RunningTemporal | null = null;
  return {
    name: "temporal",
    start: async (signal) => {
      const ports = last === null ? {} : { preferredPort: last.port, preferredUiPort: last.uiPort };
      const running = await startTemporal({ dataDir: config.dataDir, say, signal, ...ports });
      const isMoved = last !== null && last.port !== running.port;
      last = running;
      servers.temporal = { address: running.address, namespace: running.namespace, tls: false, apiKey: null };
      if (isMoved) onMoved();
      const adopted = running.wasAdopted ? " (it was running already)" : "";
      say(`Temporal is up on port ${running.port}${adopted}, its pages are at http://127.0.0.1:${running.uiPort}`);
      return running;
    },
  };
};

/** Something that is done once, in its place among the services, and has nothing to keep running. */
export const oneTime = (name: string, work: () => Promise<void>): Service => ({
  name,
  start: async (signal) => {
    const ended = new Promise<void>((resolve) => {
      signal.addEventListener("abort", () => resolve(), { once: true });
    });
    await Promise.race([work(), ended]);
    return { untilExit: () => ended, stop: () => Promise.resolve() };
  },
});

/** The servers that this house runs itself, and the migrations; what the settings name is used instead. */
export const serverServices = (config: HouseConfig, servers: Servers, hears: Hears): Service[] => [
  ...(config.database === null ? [postgresService(config, servers, hears)] : []),
  oneTime("migrations", async () => {
    if (servers.database === null) throw new Error("there is no database to migrate");
    await migrate({ ownerUrl: servers.database.ownerUrl, dir: migrationsFolder, say: hears.say });
    const wrong = await checkDatabase(servers.database.url);
    if (wrong.length > 0) throw new Error(wrong.map(({ text, fix }) => `${text}: ${fix}`).join("; "));
    const dataFolder = config.database === null ? postgresData(config.dataDir) : null;
    await claimHome({ ownerUrl: servers.database.ownerUrl, dataFolder });
  }),
  ...(config.temporal === null ? [temporalService(config, servers, hears)] : []),
];
