import { execFile } from "node:child_process";
import { randomUUID } from "node:crypto";
import { chownSync, existsSync, mkdirSync, renameSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";
import { promisify } from "node:util";
import { postgresEnvironment } from "./postgresEnvironment.ts";
import type { PostgresPlace } from "./postgresPlace.ts";

const FLAGS = [
  "--username=postgres",
  "--auth=scram-sha-256",
  "--encoding=UTF8",
  "--locale-provider=builtin",
  "--builtin-locale=C.UTF-8",
  "--lc-ctype=C.UTF-8",
  "--data-checksums",
];

/**
 * Makes a new cluster, or nothing: it is built beside its place and moved there when it is whole.
 *
 * UTF-8 whatever the machine's language is; LC_CTYPE is C.UTF-8 because with plain C no Chinese text has trigrams.
 */
export const initCluster = async (place: PostgresPlace, superuserPassword: string): Promise<void> => {
  if (existsSync(join(place.data, "PG_VERSION"))) return;
  const draft = `${place.data}.draft-${randomUUID().slice(0, 8)}`;
  const passwordFile = join(tmpdir(), `sluice-${randomUUID()}`);
  mkdirSync(dirname(place.data), { recursive: true, mode: 0o755 });
  mkdirSync(draft, { mode: 0o700 });
  writeFileSync(passwordFile, `${superuserPassword}\n`, { mode: 0o600 });
  if (place.user !== null) {
    chownSync(draft, place.user.uid, place.user.gid);
    chownSync(passwordFile, place.user.uid, place.user.gid);
  }
  try {
    await promisify(execFile)(join(place.programs, "bin/initdb"), ["-D", draft, `--pwfile=${passwordFile}`, ...FLAGS], {
      ...place.user,
      cwd: "/",
      env: postgresEnvironment(),
    });
    renameSync(draft, place.data);
  } catch (cause) {
    rmSync(draft, { recursive: true, force: true });
    throw new Error(`Postgres could not make its data folder ${place.data}`, { cause });
  } finally {
    rmSync(passwordFile, { force: true });
  }
};
