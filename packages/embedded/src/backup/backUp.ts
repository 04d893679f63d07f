import { existsSync, mkdirSync, renameSync, rmSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import pg from "pg";
import { installFolders } from "../installFolders.ts";
import type { RunningPostgres } from "../postgres/startPostgres.ts";
import { copyTree } from "./copyTree.ts";

/** The file that says that a backup is whole: it is written last. */
export const BACKUP_NOTE = "sluice-backup.json";

const EMPTY = new Set([
  "pg_wal",
  "pg_replslot",
  "pg_dynshmem",
  "pg_notify",
  "pg_serial",
  "pg_snapshots",
  "pg_stat_tmp",
  "pg_subtrans",
]);
const ABSENT = new Set(["postmaster.pid", "postmaster.opts"]);

/** What a base copy does without: what Postgres makes anew at start. The WAL follows when the copy is over. */
const leaveOut = (path: string): "nothing" | "all" | "contents" => {
  if (ABSENT.has(path) || /(^|\/)(pgsql_tmp|pg_internal\.init)/.test(path)) return "all";
  return EMPTY.has(path) ? "contents" : "nothing";
};

const isSegment = (path: string): boolean => /^[0-9A-F]{24}$/.test(path) || /^[0-9A-F]{8}\.history$/.test(path);

/**
 * Takes a backup while people work, and answers its folder.
 *
 * The copy begins and ends by Postgres' own rules: `pg_backup_start`, the data folder, `pg_backup_stop`, its label, and
 * every WAL segment from begin to end, held back meanwhile by a slot of this session. Uploaded files follow after the
 * database, so each that a row names is there, and the secrets that belong to the data. Temporal's file is not part of it:
 * Postgres restores everything.
 */
export const backUp = async (
  postgres: RunningPostgres,
  { dataDir, to }: { dataDir: string; to: string },
): Promise<{ folder: string; startLsn: string; stopLsn: string }> => {
  if (existsSync(to)) throw new Error(`${to} is there already; a backup never overwrites another`);
  const draft = `${to}.draft`;
  rmSync(draft, { recursive: true, force: true });
  mkdirSync(draft, { recursive: true, mode: 0o700 });
  const cluster = join(draft, "postgres");
  const client = new pg.Client({ connectionString: postgres.superuserUrl });
  await client.connect();
  try {
    await client.query("SELECT pg_create_physical_replication_slot($1, true, true)", [`sluice_backup_${process.pid}`]);
    const begun = await client.query<{ lsn: string }>("SELECT pg_backup_start('sluice', true)::text AS lsn");
    await copyTree({ from: postgres.dataFolder, to: cluster, leaveOut });
    const ended = await client.query<{ lsn: string; labelfile: string; spcmapfile: string }>(
      "SELECT lsn::text, labelfile, spcmapfile FROM pg_backup_stop(true)",
    );
    const stopped = ended.rows[0];
    if (stopped === undefined) throw new Error("Postgres did not end the backup");
    writeFileSync(join(cluster, "backup_label"), stopped.labelfile, { mode: 0o600 });
    if (stopped.spcmapfile !== "") writeFileSync(join(cluster, "tablespace_map"), stopped.spcmapfile, { mode: 0o600 });
    await copyTree({
      from: join(postgres.dataFolder, "pg_wal"),
      to: join(cluster, "pg_wal"),
      leaveOut: (path) => (isSegment(path) ? "nothing" : path.includes(".") || path.includes("/") ? "all" : "contents"),
    });
    const { files } = installFolders(dataDir);
    if (existsSync(files)) await copyTree({ from: files, to: join(draft, "files") });
    await copyTree({ from: join(dataDir, "secrets"), to: join(draft, "secrets") });
    const note = { startLsn: begun.rows[0]?.lsn ?? "", stopLsn: stopped.lsn };
    writeFileSync(join(draft, BACKUP_NOTE), JSON.stringify({ takenAt: new Date().toISOString(), ...note }, null, 2));
    renameSync(draft, to);
    return { folder: to, ...note };
  } catch (cause) {
    rmSync(draft, { recursive: true, force: true });
    throw cause;
  } finally {
    await client.end();
  }
};
