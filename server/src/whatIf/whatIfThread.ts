import { workerData } from "node:worker_threads";
import { createPool, createReads, runWhatIf } from "@sluice/records";
import type { WhatIfOrder } from "./whatIfDesk.ts";

/** Runs one what-if on connections of its own, one to read ahead and one to write, and ends. */
const { databaseUrl, id } = workerData as WhatIfOrder;
const pool = createPool(databaseUrl, { size: 2 });
try {
  await runWhatIf(createReads(pool), id);
} finally {
  await pool.end();
}
