import { join } from "node:path";

/** Where an embedded install keeps what: the only place that knows the names inside a data folder. */
export const installFolders = (dataDir: string) => ({
  postgres: join(dataDir, "postgres"),
  temporal: join(dataDir, "temporal"),
  files: join(dataDir, "files"),
  logs: join(dataDir, "logs"),
  run: join(dataDir, "run"),
  /** Says where the data really are, when Postgres could not be kept inside the data folder. */
  location: join(dataDir, "DATA_LOCATION"),
  demoPeople: join(dataDir, "demo-people.json"),
});
