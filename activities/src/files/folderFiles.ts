import { createHash, randomBytes } from "node:crypto";
import { mkdir, open, readFile, rename, rm, stat } from "node:fs/promises";
import { dirname, join } from "node:path";
import { type Files, FileTooLarge } from "./files.ts";

const PLACE = /^[0-9a-f]{2}\/[0-9a-f]{64}$/;
const LIMIT_BYTES = 25_000_000;

const isThere = async (path: string, size: number): Promise<boolean> => {
  try {
    return (await stat(path)).size === size;
  } catch (cause) {
    if (cause instanceof Error && "code" in cause && cause.code === "ENOENT") return false;
    throw cause;
  }
};

/**
 * Keeps files in a folder, named by the hash of their content.
 *
 * A file appears whole and on disk, or not at all. A place that is not such a name is never read, so no path leaves the folder.
 */
export const folderFiles = (
  folder: string,
  { limitBytes = LIMIT_BYTES }: { readonly limitBytes?: number } = {},
): Files => ({
  keep: async (content) => {
    const size = content.byteLength;
    if (size > limitBytes) throw new FileTooLarge(size, limitBytes);
    const sha256 = createHash("sha256").update(content).digest("hex");
    const place = `${sha256.slice(0, 2)}/${sha256}`;
    const path = join(folder, place);
    if (await isThere(path, size)) return { sha256, size, place };
    await mkdir(dirname(path), { recursive: true, mode: 0o700 });
    const draft = `${path}.${process.pid}-${randomBytes(4).toString("hex")}`;
    try {
      const file = await open(draft, "wx", 0o600);
      try {
        await file.writeFile(content);
        await file.sync();
      } finally {
        await file.close();
      }
      await rename(draft, path);
    } finally {
      await rm(draft, { force: true });
    }
    return { sha256, size, place };
  },
  read: async (place) => {
    if (!PLACE.test(place)) return null;
    try {
      return await readFile(join(folder, place));
    } catch (cause) {
      if (cause instanceof Error && "code" in cause && cause.code === "ENOENT") return null;
      throw cause;
    }
  },
});
