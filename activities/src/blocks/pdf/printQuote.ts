import { createRequire } from "node:module";
import { pathToFileURL } from "node:url";
import { Worker } from "node:worker_threads";
import { problem, Refusal } from "@sluice/problems";
import type { QuoteDocument } from "./quoteDocument.ts";

interface Waiting {
  readonly resolve: (content: Uint8Array) => void;
  readonly reject: (error: Error) => void;
}

type Answer = { readonly id: number } & (
  | { readonly content: Uint8Array }
  | { readonly missing: readonly string[] }
  | { readonly error: string }
);

const loader = new URL(
  "dist/esm/api/index.mjs",
  pathToFileURL(createRequire(import.meta.url).resolve("tsx/package.json")),
).href;
const entry = new URL("./printThread.ts", import.meta.url).href;
/** A thread knows no TypeScript by itself, whatever its process was started with. */
const BOOT = `import(${JSON.stringify(loader)}).then(({ register }) => { register(); return import(${JSON.stringify(entry)}); })`;

let thread: Worker | null = null;
let lastId = 0;
const waiting = new Map<number, Waiting>();

const failAll = (error: Error): void => {
  thread = null;
  for (const { reject } of waiting.values()) reject(error);
  waiting.clear();
};

const startThread = (): Worker => {
  const started = new Worker(BOOT, { eval: true, execArgv: [], resourceLimits: { maxOldGenerationSizeMb: 512 } });
  started.unref();
  started.on("message", (answer: Answer) => {
    const asked = waiting.get(answer.id);
    waiting.delete(answer.id);
    if (waiting.size === 0) started.unref();
    if ("error" in answer) asked?.reject(new Error(`the document could not be printed: ${answer.error}`));
    else if ("missing" in answer)
      asked?.reject(new Refusal([problem("TEXT_UNPRINTABLE", { characters: answer.missing.join(" ") })]));
    else asked?.resolve(answer.content);
  });
  started.on("error", (error) => thread === started && failAll(error));
  started.on("exit", (code) => thread === started && failAll(new Error(`the printing thread ended with ${code}`)));
  return started;
};

/**
 * Prints a quote as PDF in a thread of its own, so it never holds up whoever asks. The same document gives the same bytes.
 *
 * One thread serves the process and is started anew when it died; it does not keep the process alive by itself.
 *
 * @problem TEXT_UNPRINTABLE - the font lacks characters of the quote
 */
export const printQuote = (quote: QuoteDocument): Promise<Uint8Array> =>
  new Promise((resolve, reject) => {
    thread ??= startThread();
    lastId += 1;
    waiting.set(lastId, { resolve, reject });
    thread.ref();
    thread.postMessage({ id: lastId, quote });
  });
