import type { Plan } from "@sluice/process";
import { describe, expect, it } from "vitest";
import { planCache } from "./planCache.ts";

const aPlan = (): Plan => ({}) as Plan;

describe("the cache of plans", () => {
  it("answers what it was given", () => {
    const cache = planCache();
    const plan = aPlan();
    cache.keep("a", plan, 10);
    expect([cache.find("a"), cache.find("b")]).toEqual([plan, null]);
  });

  it("gives up the longest unused when it weighs too much", () => {
    const cache = planCache(8 * 25);
    for (const hash of ["a", "b"]) cache.keep(hash, aPlan(), 10);
    cache.find("a");
    cache.keep("c", aPlan(), 10);
    expect(["a", "b", "c"].map((hash) => cache.find(hash) !== null)).toEqual([true, false, true]);
  });

  it("keeps the newest however heavy it is", () => {
    const cache = planCache(8);
    cache.keep("a", aPlan(), 1_000);
    expect(cache.find("a")).not.toBeNull();
  });
});
