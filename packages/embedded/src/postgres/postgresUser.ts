import { execFileSync } from "node:child_process";
import { statSync } from "node:fs";

/** The user a server runs as. */
export interface SystemUser {
  readonly uid: number;
  readonly gid: number;
}

const idOf = (name: string): SystemUser | null => {
  const ask = (flag: string): number =>
    Number(execFileSync("id", [flag, name], { encoding: "utf8", stdio: ["ignore", "pipe", "ignore"] }));
  try {
    return { uid: ask("-u"), gid: ask("-g") };
  } catch {
    return null;
  }
};

/**
 * Answers the user Postgres must run as, or `null` when it is the one we are: Postgres refuses to run as root.
 *
 * Data that are there already belong to somebody: that user goes on with them.
 */
export const postgresUser = (dataFolder: string): SystemUser | null => {
  if (process.getuid?.() !== 0) return null;
  const owner = statSync(dataFolder, { throwIfNoEntry: false });
  if (owner !== undefined && owner.uid !== 0) return { uid: owner.uid, gid: owner.gid };
  const user = idOf("postgres") ?? idOf("nobody");
  if (user === null) {
    throw new Error("Postgres does not run as root and there is neither a user `postgres` nor `nobody` to run it as");
  }
  return user;
};
