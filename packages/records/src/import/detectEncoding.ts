import { open } from "node:fs/promises";

/** The encodings that files of records come in. */
export type Encoding = "utf-8" | "gb18030" | "utf-16le";

const CHUNK = 1024 * 1024;

const chunksOf = async function* (path: string): AsyncGenerator<Uint8Array> {
  const file = await open(path);
  try {
    const buffer = Buffer.alloc(CHUNK);
    for (;;) {
      const { bytesRead } = await file.read(buffer, 0, CHUNK);
      if (bytesRead === 0) return;
      yield buffer.subarray(0, bytesRead);
    }
  } finally {
    await file.close();
  }
};

const isReadable = async (path: string, encoding: Encoding): Promise<boolean> => {
  const decoder = new TextDecoder(encoding, { fatal: true });
  try {
    for await (const chunk of chunksOf(path)) decoder.decode(chunk, { stream: true });
    decoder.decode();
    return true;
  } catch (error) {
    if (error instanceof TypeError) return false;
    throw error;
  }
};

/**
 * Tells how a text file is encoded by reading all of it: UTF-8 when every byte fits, else GB18030 when every byte fits, else
 * null. A file that begins with the mark of UTF-16 is that.
 */
export const detectEncoding = async (path: string): Promise<Encoding | null> => {
  for await (const chunk of chunksOf(path)) {
    if (chunk[0] === 0xff && chunk[1] === 0xfe) return "utf-16le";
    break;
  }
  if (await isReadable(path, "utf-8")) return "utf-8";
  return (await isReadable(path, "gb18030")) ? "gb18030" : null;
};
