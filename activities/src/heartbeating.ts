import { heartbeat } from "@temporalio/activity";

const EVERY_MS = 3_000;

/** Runs `work` and tells Temporal every three seconds that this worker lives; nothing is told of work that is shorter. */
export const heartbeating = async <Result>(work: () => Promise<Result>): Promise<Result> => {
  const beat = setInterval(() => heartbeat(), EVERY_MS);
  try {
    return await work();
  } finally {
    clearInterval(beat);
  }
};
