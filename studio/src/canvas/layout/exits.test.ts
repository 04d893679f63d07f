import type { Edge } from "@sluice/process";
import { describe, expect, it } from "vitest";
import { exitsOf } from "./exits.ts";

const anEdge = (id: string, from: string, to: string): Edge => ({ id, from, to, on: { kind: "next" } });

describe("exitsOf", () => {
  it.each([
    {
      name: "one wire goes down alone",
      leaving: [anEdge("a", "step", "draft")],
      exits: { a: { way: 0, row: 0, side: "middle" } },
    },
    {
      name: "two wires to one target go down together, one label below the other",
      leaving: [anEdge("a", "step", "draft"), anEdge("b", "step", "draft")],
      exits: { a: { way: 0, row: 0, side: "middle" }, b: { way: 0, row: 1, side: "middle" } },
    },
    {
      name: "two targets: two ways, their labels away from each other",
      leaving: [anEdge("a", "step", "sent"), anEdge("b", "step", "draft")],
      exits: { a: { way: 0, row: 0, side: "left" }, b: { way: 1, row: 0, side: "right" } },
    },
    {
      name: "another step's wires count for themselves",
      leaving: [anEdge("a", "step", "sent"), anEdge("b", "other", "draft")],
      exits: { a: { way: 0, row: 0, side: "middle" }, b: { way: 0, row: 0, side: "middle" } },
    },
  ])("$name", ({ leaving, exits }) => {
    expect(Object.fromEntries(exitsOf(leaving))).toEqual(exits);
  });
});
