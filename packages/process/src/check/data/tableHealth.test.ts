import { describe, expect, it } from "vitest";
import { tableHealth } from "./tableHealth.ts";

const look = (tests: readonly (readonly string[])[], choices: readonly (readonly string[] | null)[] = []) => {
  const { gap, ...rest } = tableHealth({
    rules: tests.map((row) => ({ tests: row })),
    columns: tests[0]?.length ?? 1,
    choices,
  });
  return { ...rest, leavesOut: gap !== null };
};

describe("a decision table while it is written", () => {
  it.each([
    { name: "whole", tests: [["< 5"], [">= 5"]], is: { crooked: null, overlap: null, leavesOut: false } },
    {
      name: "leaves the boundary out",
      tests: [["< 5"], ["> 5"]],
      is: { crooked: null, overlap: null, leavesOut: true },
    },
    {
      name: "takes the boundary twice",
      tests: [["<= 5"], [">= 5"]],
      is: { crooked: null, overlap: 1, leavesOut: false },
    },
    {
      name: "with every choice",
      tests: [["a"], ["b"]],
      choices: [["a", "b"]],
      is: { crooked: null, overlap: null, leavesOut: false },
    },
    {
      name: "with a choice left out",
      tests: [["a"]],
      choices: [["a", "b"]],
      is: { crooked: null, overlap: null, leavesOut: true },
    },
    { name: "empty", tests: [], is: { crooked: null, overlap: null, leavesOut: false } },
    { name: "a row too short", tests: [["-", "-"], ["-"]], is: { crooked: 1, overlap: null, leavesOut: false } },
  ])("$name", ({ tests, choices, is }) => {
    expect(look(tests, choices)).toEqual(is);
  });
});
