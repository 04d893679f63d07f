import { pauseUnless } from "../machine/pauseUnless.ts";
import type { Say } from "../machine/say.ts";
import type { RunningService, Service } from "./service.ts";

export interface Supervise {
  /** In the order in which they need each other; they are stopped the other way round. */
  readonly services: readonly Service[];
  /** Aborted when all is to end. */
  readonly signal: AbortSignal;
  readonly say: Say;
  /** Called once, when all have started. */
  readonly onReady?: () => void;
  /** The wait before the first restart; it doubles up to `longestPauseMs` and begins anew after `steadyMs` of life. */
  readonly firstPauseMs?: number;
  readonly longestPauseMs?: number;
  readonly steadyMs?: number;
}

interface Kept {
  readonly service: Service;
  current: RunningService;
}

const reason = (cause: unknown): string => (cause instanceof Error ? cause.message : String(cause));

/** Starts one service again each time it ends, until the signal. Never throws. */
const keep = async (
  kept: Kept,
  { signal, say, firstPauseMs = 250, longestPauseMs = 30_000, steadyMs = 60_000 }: Supervise,
): Promise<void> => {
  let pauseMs = firstPauseMs;
  let startedAtMs = Date.now();
  await kept.current.untilExit();
  while (!signal.aborted) {
    if (Date.now() - startedAtMs >= steadyMs) pauseMs = firstPauseMs;
    say(`${kept.service.name} ended; starting it again`);
    await pauseUnless(signal, pauseMs);
    pauseMs = Math.min(pauseMs * 2, longestPauseMs);
    if (signal.aborted) return;
    startedAtMs = Date.now();
    try {
      kept.current = await kept.service.start(signal);
      if (signal.aborted) return;
      say(`${kept.service.name} is back`);
      await kept.current.untilExit();
    } catch (cause) {
      if (!signal.aborted) say(`${kept.service.name} did not start: ${reason(cause)}`);
    }
  }
};

/**
 * Starts services one after the other, starts again whichever ends, with a growing pause, and ends all on the signal.
 *
 * Resolves when the signal came and all are gone, stopped in reverse order, each waited for. When one does not start in the
 * first place, those before it are stopped and the reason is thrown.
 */
export const supervise = async (order: Supervise): Promise<void> => {
  const { services, signal, onReady } = order;
  const all: { kept: Kept; keeper: Promise<void> }[] = [];
  const giveUp = new AbortController();
  const either = AbortSignal.any([signal, giveUp.signal]);
  const stopAll = async (): Promise<void> => {
    giveUp.abort();
    for (const { kept, keeper } of all.toReversed()) {
      await kept.current.stop();
      await keeper;
      await kept.current.stop();
    }
  };
  try {
    for (const service of services) {
      if (signal.aborted) break;
      const kept: Kept = { service, current: await service.start(either) };
      all.push({ kept, keeper: keep(kept, { ...order, signal: either }) });
    }
  } catch (cause) {
    await stopAll();
    if (signal.aborted) return;
    throw cause;
  }
  if (!signal.aborted) {
    onReady?.();
    await new Promise((resolve) => {
      signal.addEventListener("abort", resolve, { once: true });
    });
  }
  await stopAll();
};
