import type { Logger } from "@sluice/telemetry";

/** Work that is done again and again, one turn at a time. */
export interface Loop {
  /** Makes the next turn come at once; one that is under way is followed by another. */
  kick(): void;
  /** Ends after the turn under way. */
  stop(): Promise<void>;
}

export interface LoopPlan {
  readonly name: string;
  readonly everyMs: number;
  /** The least time that a turn which found work takes: what holds a lane to its rate, however often it is kicked. */
  readonly leastMs?: number;
  /** The longest pause after turns that failed; it doubles from 200 ms. */
  readonly longestPauseMs?: number;
  /** Answers whether it found work: then the next turn follows at once. */
  readonly turn: () => Promise<boolean>;
  readonly log: Logger;
}

const FIRST_PAUSE_MS = 200;

/** Runs turns until it is stopped. A turn that throws is logged and tried again after a pause that grows. */
export const loop = ({ name, everyMs, leastMs = 0, longestPauseMs = 5_000, turn, log }: LoopPlan): Loop => {
  let isOver = false;
  let isKicked = false;
  let failures = 0;
  let wake: () => void = () => undefined;
  let cutShort: () => void = () => undefined;

  const pause = (ms: number): Promise<void> =>
    new Promise((resolve) => {
      const timer = setTimeout(resolve, ms);
      cutShort = () => {
        clearTimeout(timer);
        resolve();
      };
    });

  const oneTurn = async (): Promise<void> => {
    const startedAtMs = Date.now();
    try {
      const foundWork = await turn();
      failures = 0;
      if (foundWork) {
        const restMs = leastMs - (Date.now() - startedAtMs);
        if (restMs > 0 && !isOver) await pause(restMs);
      } else if (!isKicked && !isOver) {
        const idle = pause(everyMs);
        wake = cutShort;
        await idle;
        wake = () => undefined;
      }
    } catch (error) {
      failures += 1;
      log.warn(
        { loop: name, failures, reason: error instanceof Error ? error.message : String(error) },
        "a turn of the relay failed",
      );
      if (!isOver) await pause(Math.min(FIRST_PAUSE_MS * 2 ** Math.min(failures - 1, 10), longestPauseMs));
    }
  };

  const ended = (async () => {
    while (!isOver) {
      isKicked = false;
      await oneTurn();
    }
  })();

  return {
    kick: () => {
      isKicked = true;
      wake();
    },
    stop: () => {
      isOver = true;
      cutShort();
      return ended;
    },
  };
};
