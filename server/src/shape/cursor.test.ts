import { Refusal } from "@sluice/problems";
import { describe, expect, it } from "vitest";
import { fromCursor, pageFrom, toCursor } from "./cursor.ts";

describe("cursor", () => {
  it("comes back as it went", () => {
    expect(fromCursor(toCursor(["2026-01-01T00:00:00.000Z", "柜"]), ["instant", "text"])).toEqual([
      "2026-01-01T00:00:00.000Z",
      "柜",
    ]);
  });

  it.each([
    "",
    "x",
    "null",
    "%%%",
    toCursor(["only one"]),
    Buffer.from("[1,2]").toString("base64url"),
    Buffer.from("{").toString("base64url"),
    toCursor(["2026-01-01", "8b0e8a0e-6c0a-4a51-9a53-1f6a2f0c2f10"]),
    toCursor(["2026-01-01T00:00:00.000Z", "-".repeat(36)]),
    toCursor(["\u0000", "8b0e8a0e-6c0a-4a51-9a53-1f6a2f0c2f10"]),
  ])("refuses %j", (text) => {
    expect(() => fromCursor(text, ["instant", "id"])).toThrow(Refusal);
  });
});

describe("pageFrom", () => {
  it.each([
    { name: "has no next page when the rows just fill it", rows: ["a", "b"], next: null },
    { name: "points at its last row when there is one more", rows: ["a", "b", "c"], next: toCursor(["b"]) },
    { name: "is empty and last without rows", rows: [], next: null },
  ])("$name", ({ rows, next }) => {
    expect(pageFrom(rows, 2, (row) => [row]).nextCursor).toBe(next);
  });
});
