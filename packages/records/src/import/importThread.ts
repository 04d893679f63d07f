import { once } from "node:events";
import { parentPort, workerData } from "node:worker_threads";
import { readImport, type ImportOrder } from "./readImport.ts";

/** Reads a file in a thread of its own and hands out one part at a time: the next is read when the last was taken. */
const work = async (): Promise<void> => {
  if (parentPort === null) throw new Error("started without an order");
  for await (const part of readImport(workerData as ImportOrder)) {
    parentPort.postMessage(part);
    await once(parentPort, "message");
  }
  parentPort.close();
};

await work();
