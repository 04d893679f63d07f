import { describe, expect, it } from "vitest";
import { blocks } from "./blocks.ts";

describe("blocks", () => {
  it.each(Object.entries(blocks))("%s stands under its own key and speaks both languages", (key, block) => {
    const texts = [
      block.name,
      block.description,
      ...Object.values(block.inputs).map(({ label }) => label),
      ...Object.values(block.outputs).map(({ label }) => label),
    ];

    expect(block.key).toBe(key);
    expect(texts.filter(({ en, zh }) => en === "" || !/\p{Script=Han}/u.test(zh))).toEqual([]);
  });

  it("asks a person only where the receiver knows no key", () => {
    expect(
      Object.values(blocks)
        .filter(({ onUnknown }) => onUnknown === "ask")
        .map(({ key }) => key),
    ).toEqual(["mail"]);
  });

  it("leaves no inner block anything that could be lost", () => {
    expect(Object.values(blocks).filter(({ place, onUnknown }) => place === "inner" && onUnknown !== "repeat")).toEqual(
      [],
    );
  });
});
