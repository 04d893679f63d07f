import { on } from "node:events";
import { stat } from "node:fs/promises";
import { Worker } from "node:worker_threads";
import { problem, Refusal } from "@sluice/problems";
import { IMPORT_LIMITS } from "./importLimits.ts";
import type { ImportOrder, ImportPart } from "./readImport.ts";

/** What reading a file may cost in memory before it is given up. */
const MOST_MEMORY_MB = 768;

const tooLarge = (limit: string): Refusal => new Refusal([problem("INPUT_TOO_LARGE", { limit })]);

const isOutOfMemory = (error: unknown): boolean =>
  error instanceof Error && (error as NodeJS.ErrnoException).code === "ERR_WORKER_OUT_OF_MEMORY";

/**
 * Reads a file of records beside the event loop, part by part as they are taken; the thread ends with the loop over it.
 *
 * @problem INPUT_TOO_LARGE - the file is larger than allowed, or one of its cells never ends
 * @problem INPUT_INVALID - the file cannot be read, as `readImport` says
 */
export const readInThread = async function* (
  order: ImportOrder,
): AsyncGenerator<Exclude<ImportPart, { readonly part: "refused" }>> {
  if ((await stat(order.path)).size > IMPORT_LIMITS.bytes) throw tooLarge(`${IMPORT_LIMITS.bytes / 1024 / 1024} MB`);
  const worker = new Worker(new URL("./startThread.mjs", import.meta.url), {
    workerData: order,
    resourceLimits: { maxOldGenerationSizeMb: MOST_MEMORY_MB },
  });
  const ended = new AbortController();
  worker.once("exit", () => ended.abort());
  try {
    for await (const [part] of on(worker, "message", { signal: ended.signal }) as AsyncIterable<[ImportPart]>) {
      if (part.part === "refused") throw new Refusal([part.problem]);
      yield part;
      worker.postMessage("next");
    }
  } catch (error) {
    if (isOutOfMemory(error)) throw tooLarge("one cell");
    if (!(error instanceof Error && error.name === "AbortError")) throw error;
  } finally {
    await worker.terminate();
  }
};
