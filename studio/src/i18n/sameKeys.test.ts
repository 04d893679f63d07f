import { describe, expect, it } from "vitest";
import { en } from "./en/index.ts";
import { zh } from "./zh/index.ts";

const leavesOf = (value: object, prefix = ""): Map<string, string> =>
  new Map(
    Object.entries(value).flatMap(([key, inner]): [string, string][] =>
      typeof inner === "string" ? [[`${prefix}${key}`, inner]] : [...leavesOf(inner as object, `${prefix}${key}.`)],
    ),
  );
const placesOf = (text: string): string[] => [...text.matchAll(/\{\{\s*(\w+)/g)].map((it) => it[1] ?? "").sort();

describe("the two languages", () => {
  const english = leavesOf(en);
  const chinese = leavesOf(zh);

  it("have the same keys", () => {
    expect([...chinese.keys()].sort()).toEqual([...english.keys()].sort());
  });

  it("leave no text empty", () => {
    expect([...english, ...chinese].filter(([, text]) => text.trim() === "").map(([key]) => key)).toEqual([]);
  });

  it("speak of the same values", () => {
    const different = [...english].filter(
      ([key, text]) => String(placesOf(text)) !== String(placesOf(chinese.get(key) ?? "")),
    );
    expect(different.map(([key]) => key)).toEqual([]);
  });
});
