/** A worker thread that plays cases of a process, and answers how long they took in milliseconds. */
import { parentPort, workerData } from "node:worker_threads";
import { aPlan, playThrough } from "./aLongWay.ts";
import { playQuote, quotePlan } from "./aQuoteLife.ts";

const { cases, steps }: { readonly cases: number; readonly steps: number | null } = workerData;
const plan = steps === null ? quotePlan() : aPlan(steps);
const play = steps === null ? playQuote : playThrough;
const startedAtMs = performance.now();
for (let index = 0; index < cases; index += 1) play(plan);
parentPort?.postMessage(performance.now() - startedAtMs);
