import { type RunningPostgres, type RunningTemporal, startPostgres, startTemporal } from "@sluice/embedded";
import { throwAwayFolder } from "../../scripts/testing/throwAwayFolder.ts";

/** Servers that belong to one suite alone, to be killed and started again as it likes. */
export interface OwnServers {
  readonly dataDir: string;
  /** Starts Postgres, adopts the one that runs, or starts it again after a kill: on the same port as far as it is free. */
  postgres(): Promise<RunningPostgres>;
  temporal(): Promise<RunningTemporal>;
  close(): Promise<void>;
  [Symbol.asyncDispose](): Promise<void>;
}

/** A data folder of one's own for suites that kill servers. */
export const ownServers = (): OwnServers => {
  const folder = throwAwayFolder();
  let lastPostgres: RunningPostgres | null = null;
  let lastTemporal: RunningTemporal | null = null;
  const close = async (): Promise<void> => {
    await Promise.all([lastPostgres?.stop(), lastTemporal?.stop()]);
    folder.remove();
  };
  return {
    dataDir: folder.path,
    postgres: async () =>
      (lastPostgres = await startPostgres({ dataDir: folder.path, preferredPort: lastPostgres?.port ?? 0 })),
    temporal: async () =>
      (lastTemporal = await startTemporal({
        dataDir: folder.path,
        preferredPort: lastTemporal?.port ?? 0,
        preferredUiPort: lastTemporal?.uiPort ?? 0,
      })),
    close,
    [Symbol.asyncDispose]: close,
  };
};
