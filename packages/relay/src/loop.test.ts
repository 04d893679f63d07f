import { createLogger } from "@sluice/telemetry";
import { afterEach, beforeEach, describe, expect, it, vi } from "vitest";
import { type Loop, loop, type LoopPlan } from "./loop.ts";

const log = createLogger("test", { level: "silent" });
let running: Loop | null = null;

/** A loop whose turns answer what the list says, then "nothing found". */
const aLoop = (answers: readonly (boolean | Error)[], plan: Partial<LoopPlan> = {}): { turns: () => number } => {
  let turns = 0;
  running = loop({
    name: "test",
    everyMs: 1_000,
    log,
    ...plan,
    turn: async () => {
      const answer = answers[turns] ?? false;
      turns += 1;
      if (answer instanceof Error) throw answer;
      return answer;
    },
  });
  return { turns: () => turns };
};

beforeEach(() => void vi.useFakeTimers());
afterEach(async () => {
  await running?.stop();
  vi.useRealTimers();
});

describe("loop", () => {
  it.each([
    { name: "waits its time when nothing was found", answers: [false], afterMs: 999, turns: 1 },
    { name: "looks again when its time is over", answers: [false], afterMs: 1_000, turns: 2 },
    { name: "goes on at once while work is found", answers: [true, true, false], afterMs: 0, turns: 3 },
    { name: "pauses after a failure", answers: [new Error("away")], afterMs: 199, turns: 1 },
    { name: "tries again after that pause", answers: [new Error("away")], afterMs: 200, turns: 2 },
    {
      name: "doubles the pause while it fails",
      answers: [new Error("away"), new Error("away")],
      afterMs: 599,
      turns: 2,
    },
    {
      name: "tries again after the doubled pause",
      answers: [new Error("away"), new Error("away")],
      afterMs: 600,
      turns: 3,
    },
  ])("$name", async ({ answers, afterMs, turns }) => {
    const it = aLoop(answers);

    await vi.advanceTimersByTimeAsync(afterMs);

    expect(it.turns()).toBe(turns);
  });

  it("is woken by a kick", async () => {
    const it = aLoop([false]);
    await vi.advanceTimersByTimeAsync(1);

    running?.kick();
    await vi.advanceTimersByTimeAsync(1);

    expect(it.turns()).toBe(2);
  });

  it("holds its rate however often it is kicked", async () => {
    const it = aLoop([true, true, true, true], { leastMs: 1_000 });
    for (let kicks = 0; kicks < 19; kicks += 1) {
      running?.kick();
      await vi.advanceTimersByTimeAsync(100);
    }

    expect(it.turns()).toBe(2);
  });

  it("ends when stopped, also out of a pause", async () => {
    const it = aLoop([false], { everyMs: 3_600_000 });
    await vi.advanceTimersByTimeAsync(1);

    await running?.stop();

    expect(it.turns()).toBe(1);
  });
});
