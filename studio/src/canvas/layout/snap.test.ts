import { describe, expect, it } from "vitest";
import { snap } from "./snap.ts";

const card = (x: number, y: number) => ({ x, y, width: 200, height: 56 });
const diamond = (x: number, y: number) => ({ x, y, width: 46, height: 46 });

describe("a dragged step beside others", () => {
  it.each([
    {
      name: "meets an edge within reach",
      at: card(104, 300),
      others: [card(100, 0)],
      is: { x: 100, y: 300 },
      guides: { x: 100 },
    },
    { name: "at the reach", at: card(106, 300), others: [card(100, 0)], is: { x: 100, y: 300 }, guides: { x: 100 } },
    { name: "past the reach it stays", at: card(107, 300), others: [card(100, 0)], is: { x: 107, y: 300 }, guides: {} },
    {
      name: "meets the middle of what has another size",
      at: diamond(300, 7),
      others: [card(0, 0)],
      is: { x: 300, y: 5 },
      guides: { y: 28 },
    },
    {
      name: "meets one in each direction",
      at: card(103, 403),
      others: [card(100, 0), card(500, 400)],
      is: { x: 100, y: 400 },
      guides: { x: 100, y: 400 },
    },
    {
      name: "goes to the nearer of two",
      at: card(103, 300),
      others: [card(100, 0), card(104, 90)],
      is: { x: 104, y: 300 },
      guides: { x: 104 },
    },
    { name: "alone it stays", at: card(1, 2), others: [], is: { x: 1, y: 2 }, guides: {} },
  ])("$name", ({ at, others, is, guides }) => {
    const snapped = snap(at, others, 6);

    expect(snapped.at).toEqual(is);
    expect(Object.keys(snapped.guides)).toEqual(Object.keys(guides));
  });
});
