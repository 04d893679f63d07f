import { spawn } from "node:child_process";
import { chmodSync, mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";

/**
 * Waits until its parent is gone, however it went, then ends what still works on the folder and removes it: a house first,
 * or it would start the others again. $1 = the parent, $2 = the folder.
 */
const GUARD = `
while kill -0 "$1" 2>/dev/null && [ -d "$2" ]; do sleep 1; done
[ -d "$2" ] || exit 0
pid_in() { sed -n 's/.*"pid":\\([0-9]*\\).*/\\1/p' "$@" 2>/dev/null; }
for pid in $(pid_in "$2/run/house.lock"); do kill -KILL "$pid" 2>/dev/null; done
for pid in $(pid_in "$2"/run/*.json); do kill -KILL "-$pid" "$pid" 2>/dev/null; done
for pid in $(head -n 1 "$2/postgres/postmaster.pid" 2>/dev/null); do kill -QUIT "$pid" 2>/dev/null; done
sleep 2
rm -rf "$2"
`;

/** A data folder that does not outlive this process, nor do servers started on it, not even after a kill -9. */
export const throwAwayFolder = (): { path: string; remove(): void } => {
  const path = mkdtempSync(join(tmpdir(), "sluice-test-"));
  chmodSync(path, 0o755);
  spawn("sh", ["-c", GUARD, "guard", String(process.pid), path], { detached: true, stdio: "ignore", cwd: "/" }).unref();
  return { path, remove: () => rmSync(path, { recursive: true, force: true }) };
};
