import { Worker } from "node:worker_threads";
import { advance, factOf, type Advanced } from "@sluice/process";
import type { BenchFigure, BenchPart } from "./benchPart.ts";
import { checks } from "./checks.ts";
import { aPlan, playThrough } from "./kernel/aLongWay.ts";
import { percentile } from "./percentile.ts";

const STEPS = 50;
const CASES = 10_000;
const LONG_CASES = 1_000;
const WARM_MS = 3_000;
const ROUNDS = 40;

/** Every step of a case, decided anew on the facts that were used: what the door pays besides the database. */
const advanceTimes = (): readonly number[] => {
  const plan = aPlan(STEPS);
  const { steps } = playThrough(plan);
  const decide = (): number[] =>
    steps.map(({ before, event, answer }) => {
      const startedAtMs = performance.now();
      const again = advance(plan, before, event, answer.used);
      const tookMs = performance.now() - startedAtMs;
      if (again.answer !== "advanced") throw new Error(`a step is not taken again: ${describe(again)}`);
      return tookMs;
    });
  const warmUntilMs = performance.now() + WARM_MS;
  while (performance.now() < warmUntilMs) decide();
  return Array.from({ length: ROUNDS }, decide).flat();
};

const describe = (answer: Exclude<ReturnType<typeof advance>, Advanced>): string =>
  answer.answer === "needs" ? `it needs ${answer.needs.map((key) => factOf(key).fact).join(", ")}` : answer.answer;

/** How long a worker thread takes to play so many cases: of the shipped quote, or of a process of so many steps. */
const simulated = (cases: number, steps: number | null): Promise<number> =>
  new Promise((resolve, reject) => {
    const thread = new Worker(new URL("kernel/startSimulateThread.mjs", import.meta.url), {
      workerData: { cases, steps },
    });
    thread.once("message", resolve);
    thread.once("error", reject);
  });

/** The kernel alone: a step, a simulation in a worker thread, the publish checks. */
export const kernel: BenchPart = async (turn): Promise<readonly BenchFigure[]> => {
  const cases = Math.ceil(CASES * turn.share);
  const times = advanceTimes();
  const value = percentile(times, 0.5);
  return [
    { figure: `advance at ${STEPS} nodes, p50 of ${times.length} steps`, value, unit: "ms", limit: { atMost: 0.2 } },
    { figure: "advance, p95", value: percentile(times, 0.95), unit: "ms" },
    {
      figure: `simulator in a worker thread, ${CASES} quotes from draft to order`,
      value: ((await simulated(cases, null)) / 1_000) * (CASES / cases),
      unit: "s",
      limit: { atMost: 20 },
    },
    {
      figure: `simulator, a case that goes through ${STEPS} nodes`,
      value: (await simulated(LONG_CASES, STEPS)) / LONG_CASES,
      unit: "ms",
    },
    ...(await checks(turn)),
  ];
};
