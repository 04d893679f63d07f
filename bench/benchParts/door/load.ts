import { Refusal } from "@sluice/problems";
import type { Stepper } from "./stepper.ts";

/** What a leg of load came to. */
export interface Leg {
  /** From the moment a person pressed to their answer; waiting in line counts. */
  readonly latenciesMs: readonly number[];
  /** How often each code of refusal, or other error, came. */
  readonly errors: ReadonlyMap<string, number>;
  readonly tookMs: number;
  /** From the last press to the last answer. */
  readonly drainMs: number;
}

const codeOf = (error: unknown): string => {
  if (error instanceof Refusal) return error.problems[0]?.code ?? "refused";
  return error instanceof Error ? error.message : String(error);
};

/** The order in which quotes are taken: every other step is one of a quote that was taken a moment ago. */
export const inTurn = (quotes: number): (() => number) => {
  const lag = Math.min(20, Math.floor(quotes / 4));
  let index = 0;
  return () => {
    const at = index % 2 === 0 ? index / 2 : (index - 1) / 2 - lag + quotes;
    index += 1;
    return (at % quotes) + 1;
  };
};

const startLeg = (step: Stepper, next: () => number) => {
  const latenciesMs: number[] = [];
  const errors = new Map<string, number>();
  const lastOf = new Map<number, Promise<void>>();
  const take = async (copy: number, pressedAtMs: number): Promise<void> => {
    try {
      await step(copy, () => latenciesMs.push(performance.now() - pressedAtMs));
    } catch (error) {
      errors.set(codeOf(error), (errors.get(codeOf(error)) ?? 0) + 1);
    }
  };
  // Steps of one quote follow each other: nobody decides on what is not submitted yet.
  const press = (pressedAtMs: number): Promise<void> => {
    const copy = next();
    const taken = (lastOf.get(copy) ?? Promise.resolve()).then(() => take(copy, pressedAtMs));
    lastOf.set(copy, taken);
    return taken;
  };
  return { latenciesMs, errors, press };
};

/** Presses at an even pace whether or not answers come, as people do who know nothing of each other. */
export const openLoop = async (
  step: Stepper,
  { next, perSecond, seconds }: { readonly next: () => number; readonly perSecond: number; readonly seconds: number },
): Promise<Leg> => {
  const { latenciesMs, errors, press } = startLeg(step, next);
  const count = Math.ceil(perSecond * seconds);
  const startedAtMs = performance.now();
  const pressedAtMs = (index: number): number => startedAtMs + (index * 1_000) / perSecond;
  const all: Promise<void>[] = [];
  while (all.length < count) {
    while (all.length < count && pressedAtMs(all.length) <= performance.now()) all.push(press(pressedAtMs(all.length)));
    await new Promise((resolve) => void setTimeout(resolve, 1));
  }
  const lastPressAtMs = performance.now();
  await Promise.all(all);
  const endedAtMs = performance.now();
  return { latenciesMs, errors, tookMs: endedAtMs - startedAtMs, drainMs: endedAtMs - lastPressAtMs };
};

/** Keeps so many people busy without a pause: as fast as it goes. */
export const closedLoop = async (
  step: Stepper,
  { next, width, seconds }: { readonly next: () => number; readonly width: number; readonly seconds: number },
): Promise<Leg> => {
  const { latenciesMs, errors, press } = startLeg(step, next);
  const startedAtMs = performance.now();
  const untilMs = startedAtMs + seconds * 1_000;
  const work = async (): Promise<void> => {
    while (performance.now() < untilMs) await press(performance.now());
  };
  await Promise.all(Array.from({ length: width }, work));
  return { latenciesMs, errors, tookMs: performance.now() - startedAtMs, drainMs: 0 };
};
