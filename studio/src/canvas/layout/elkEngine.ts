import Elk, { type ELK } from "elkjs/lib/elk-api";
import workerUrl from "elkjs/lib/elk-worker.min.js?url";

let engine: ELK | null = null;

/** The layout engine in its worker, started on first use and kept for the page's life. */
export const elkEngine = (): ELK => {
  engine ??= new Elk({ workerUrl });
  return engine;
};
