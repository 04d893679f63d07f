import { randomBytes } from "node:crypto";
import { chmodSync, linkSync, mkdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { join } from "node:path";

/**
 * Answers the secret of that name that belongs to a data folder, made at random on the first call and the same ever after.
 *
 * Two processes that ask at once get the same one: the file appears whole, by its link, or not at all. Only its owner may
 * read it (mode 0600, in a folder of mode 0700).
 */
export const installSecret = (dataDir: string, name: string): string => {
  const folder = join(dataDir, "secrets");
  mkdirSync(folder, { recursive: true });
  chmodSync(folder, 0o700);
  const path = join(folder, name);
  const draft = join(folder, `.${name}-${process.pid}-${randomBytes(4).toString("hex")}`);
  try {
    return readFileSync(path, "utf8").trim();
  } catch {
    writeFileSync(draft, `${randomBytes(32).toString("hex")}\n`, { mode: 0o600 });
  }
  try {
    linkSync(draft, path);
  } catch (cause) {
    if (!(cause instanceof Error && "code" in cause && cause.code === "EEXIST")) throw cause;
  } finally {
    rmSync(draft, { force: true });
  }
  return readFileSync(path, "utf8").trim();
};
