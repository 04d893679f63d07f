import { describe, expect, it } from "vitest";
import { isNewer } from "./useAutosave.ts";

describe("isNewer", () => {
  it.each([
    {
      name: "a later revision of the same version",
      one: { turn: 1, rev: 2 },
      other: { turn: 1, rev: 1 },
      expected: true,
    },
    { name: "the same revision", one: { turn: 1, rev: 1 }, other: { turn: 1, rev: 1 }, expected: false },
    {
      name: "a new version without a draft, over a draft of the one before",
      one: { turn: 2, rev: 0 },
      other: { turn: 1, rev: 5 },
      expected: true,
    },
    {
      name: "an earlier version put in force again",
      one: { turn: 3, rev: 0 },
      other: { turn: 2, rev: 0 },
      expected: true,
    },
    {
      name: "a late answer with a draft of the version before",
      one: { turn: 1, rev: 5 },
      other: { turn: 2, rev: 0 },
      expected: false,
    },
  ])("$name", ({ one, other, expected }) => {
    expect(isNewer(one, other)).toBe(expected);
  });
});
