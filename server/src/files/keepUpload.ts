import { createHash, randomUUID } from "node:crypto";
import { createWriteStream } from "node:fs";
import { mkdir, open, rename, rm } from "node:fs/promises";
import { join } from "node:path";
import type { Readable } from "node:stream";
import { Transform } from "node:stream";
import { pipeline } from "node:stream/promises";
import { problem, Refusal } from "@sluice/problems";
import type { DB } from "@sluice/records";
import type { Kysely } from "kysely";
import { isWhatItSays, sniffType, takenExtensions } from "./sniffType.ts";

/** The largest file that is taken: what an import reads. */
export const UPLOAD_LIMIT_BYTES = 200 * 1024 * 1024;

/** The refusal of a larger one. */
export const uploadTooLarge = (): Refusal =>
  new Refusal([problem("INPUT_TOO_LARGE", { limit: `${UPLOAD_LIMIT_BYTES / 1024 / 1024} MB` })]);

interface Upload {
  readonly name: string;
  readonly stream: Readable & { readonly truncated?: boolean };
  readonly personId: string;
}

const headOf = async (path: string): Promise<Uint8Array> => {
  const file = await open(path);
  try {
    const { buffer, bytesRead } = await file.read(Buffer.alloc(4_096), 0, 4_096, 0);
    return buffer.subarray(0, bytesRead);
  } finally {
    await file.close();
  }
};

/**
 * Keeps an uploaded file: streamed to the files folder under its own id, then named in the database. Whatever is refused
 * leaves nothing behind.
 *
 * @problem INPUT_TOO_LARGE - it is larger than the limit
 * @problem INPUT_INVALID - its kind is not taken, or its content is not what its name says
 */
export const keepUpload = async (db: Kysely<DB>, filesDir: string, { name, stream, personId }: Upload) => {
  const id = randomUUID();
  const folder = join(filesDir, id.slice(0, 2));
  const draft = join(folder, `.${id}`);
  await mkdir(folder, { recursive: true, mode: 0o700 });
  const hash = createHash("sha256");
  let size = 0;
  const measure = new Transform({
    transform(chunk: Buffer, _encoding, done) {
      hash.update(chunk);
      size += chunk.length;
      done(null, chunk);
    },
  });
  try {
    await pipeline(stream, measure, createWriteStream(draft, { mode: 0o600 }));
    if (stream.truncated === true || size > UPLOAD_LIMIT_BYTES) throw uploadTooLarge();
    const type = sniffType(await headOf(draft));
    if (!isWhatItSays(name, type)) {
      throw new Refusal([
        problem("INPUT_INVALID", {
          field: "file",
          reason: "notWhatItSays",
          extensions: takenExtensions.join(", "),
        }),
      ]);
    }
    const place = `${id.slice(0, 2)}/${id}`;
    await rename(draft, join(filesDir, place));
    await db
      .insertInto("attachment")
      .values({
        id,
        name: name.slice(-200),
        media_type: type,
        size: String(size),
        sha256: hash.digest("hex"),
        place,
        created_by: personId,
      })
      .execute();
    return { fileId: id, name, size };
  } catch (cause) {
    await rm(draft, { force: true });
    throw cause;
  }
};
