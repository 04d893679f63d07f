import { getEventListeners } from "node:events";
import { describe, expect, it } from "vitest";
import { pauseUnless } from "./pauseUnless.ts";

describe("a pause", () => {
  it("leaves nothing behind at the signal, however many are made", async () => {
    const { signal } = new AbortController();
    const either = AbortSignal.any([signal, new AbortController().signal]);
    for (let made = 0; made < 20; made += 1) await pauseUnless(either, 0);
    expect([getEventListeners(signal, "abort"), getEventListeners(either, "abort")]).toEqual([[], []]);
  });

  it("ends at once when the signal comes, or has come", async () => {
    const ending = new AbortController();
    const long = pauseUnless(ending.signal, 60_000);
    ending.abort();
    await long;
    await pauseUnless(ending.signal, 60_000);
    expect(getEventListeners(ending.signal, "abort")).toEqual([]);
  });
});
