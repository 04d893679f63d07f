import { workerData } from "node:worker_threads";
import { createPool, createReads, runWhatIf } from "@sluice/records";
import type { WhatIfOrder } from "./whatIfDesk.ts";

/** Runs one what-if on a connection of its own, and ends. */
const { databaseUrl, id } = workerData as WhatIfOrder;
const pool = createPool(databaseUrl, { size: 1 });
try {
  await runWhatIf(createReads(pool), id);
} finally {
  await pool.end();
}
