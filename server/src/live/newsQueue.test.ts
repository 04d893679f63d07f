import { describe, expect, it } from "vitest";
import { newsQueue } from "./newsQueue.ts";

const entries = (from: number, to: number) =>
  Array.from({ length: to - from + 1 }, (_each, index) => ({
    place: from + index,
    news: { type: "quote", id: "q", version: 1 },
  }));

describe("newsQueue", () => {
  it("gives all that waits at once", async () => {
    const queue = newsQueue();
    queue.push(entries(1, 2));
    queue.push(entries(3, 3));
    expect((await queue.take())?.map((entry) => entry.place)).toEqual([1, 2, 3]);
  });

  it("wakes who waits", async () => {
    const queue = newsQueue();
    const taken = queue.take();
    queue.push(entries(7, 7));
    expect((await taken)?.map((entry) => entry.place)).toEqual([7]);
  });

  it("keeps the last that fits and gives everything up for one line when one more comes", async () => {
    const queue = newsQueue(3);
    queue.push(entries(1, 3));
    expect(await queue.take()).toHaveLength(3);
    queue.push(entries(4, 7));
    expect(await queue.take()).toEqual([{ place: 7, news: { type: "*", id: "*", version: 0 } }]);
  });

  it("ends who waits when it is closed", async () => {
    const queue = newsQueue();
    const taken = queue.take();
    queue.close();
    expect(await taken).toBeNull();
  });
});
