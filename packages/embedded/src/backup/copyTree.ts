import { chown, constants, copyFile, lstat, mkdir, readdir, readlink, symlink } from "node:fs/promises";
import { join } from "node:path";
import type { SystemUser } from "../postgres/postgresUser.ts";

export interface CopyTree {
  readonly from: string;
  readonly to: string;
  /** Tells by the path below `from` what is left out; of a folder left out the empty folder may be kept. */
  readonly leaveOut?: (path: string) => "nothing" | "all" | "contents";
  /** Who is to own the copy; `null` = we. */
  readonly owner?: SystemUser | null;
}

const isGone = (cause: unknown): boolean => cause instanceof Error && "code" in cause && cause.code === "ENOENT";

/** Copies a folder that is being written to: what vanishes meanwhile is not missed, modes are kept. */
export const copyTree = async ({ from, to, leaveOut = () => "nothing", owner = null }: CopyTree): Promise<void> => {
  const own = async (path: string): Promise<void> => {
    if (owner !== null) await chown(path, owner.uid, owner.gid);
  };
  const copy = async (path: string): Promise<void> => {
    const left = path === "" ? "nothing" : leaveOut(path);
    if (left === "all") return;
    const source = join(from, path);
    const target = join(to, path);
    const stat = await lstat(source);
    if (stat.isDirectory()) {
      await mkdir(target, { recursive: true, mode: stat.mode & 0o777 });
      await own(target);
      if (left === "contents") return;
      for (const name of await readdir(source)) await copy(join(path, name)).catch(ignoreGone);
    } else if (stat.isSymbolicLink()) {
      await symlink(await readlink(source), target);
    } else if (stat.isFile()) {
      await copyFile(source, target, constants.COPYFILE_FICLONE);
      await own(target);
    }
  };
  await copy("");
};

const ignoreGone = (cause: unknown): void => {
  if (!isGone(cause)) throw cause;
};
