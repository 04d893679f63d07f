import { parentPort } from "node:worker_threads";
import type { QuoteDocument } from "./quoteDocument.ts";
import { renderQuote } from "./renderQuote.ts";

interface Job {
  readonly id: number;
  readonly quote: QuoteDocument;
}

const print = async ({ id, quote }: Job): Promise<void> => {
  try {
    const printed = await renderQuote(quote);
    parentPort?.postMessage(printed instanceof Uint8Array ? { id, content: printed } : { id, missing: printed });
  } catch (error) {
    parentPort?.postMessage({ id, error: error instanceof Error ? (error.stack ?? error.message) : String(error) });
  }
};

/** The other end of `printQuote`: prints what it is told, one after the other. */
parentPort?.on("message", (job: Job) => void print(job));
