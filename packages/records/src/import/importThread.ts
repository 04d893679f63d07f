import { once } from "node:events";
import { parentPort, workerData } from "node:worker_threads";
import { findRecordSchema } from "@sluice/domain";
import { readImport, type ImportOrder } from "./readImport.ts";

/** An order as it crosses into the thread: the schema goes by its name. */
export type ThreadOrder = Omit<ImportOrder, "schema"> & { readonly type: string };

/** Reads a file in a thread of its own and hands out one part at a time: the next is read when the last was taken. */
const work = async (): Promise<void> => {
  const { type, ...order } = workerData as ThreadOrder;
  const schema = findRecordSchema(type);
  if (parentPort === null || schema === null) throw new Error("started without an order");
  for await (const part of readImport({ ...order, schema })) {
    parentPort.postMessage(part);
    await once(parentPort, "message");
  }
  parentPort.close();
};

await work();
