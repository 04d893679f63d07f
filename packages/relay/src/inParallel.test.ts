import { describe, expect, it } from "vitest";
import { inParallel } from "./inParallel.ts";

describe("inParallel", () => {
  it("never has more than its width under way, and does every item once", async () => {
    const items = Array.from({ length: 23 }, (_, index) => index);
    const done: number[] = [];
    let underWay = 0;
    let most = 0;

    await inParallel(items, 4, async (item) => {
      underWay += 1;
      most = Math.max(most, underWay);
      await Promise.resolve();
      underWay -= 1;
      done.push(item);
    });

    expect(most).toBe(4);
    expect(done.toSorted((a, b) => a - b)).toEqual(items);
  });

  it("answers what an item threw and goes on with the others", async () => {
    const outcomes = await inParallel(["good", "bad", "fine"], 1, async (item) => {
      if (item === "bad") throw new Error("no");
    });

    expect(outcomes.map(([item, error]) => [item, error === null])).toEqual([
      ["good", true],
      ["bad", false],
      ["fine", true],
    ]);
  });
});
