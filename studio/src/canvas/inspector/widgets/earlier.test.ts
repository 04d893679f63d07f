import { expect, it } from "vitest";
import { earlier } from "./earlier.ts";

it.each([
  { name: "the last", at: 2, is: ["a", "c", "b"] },
  { name: "the second", at: 1, is: ["b", "a", "c"] },
  { name: "the first, which stays", at: 0, is: ["a", "b", "c"] },
  { name: "what is no line", at: 3, is: ["a", "b", "c"] },
])("takes $name a place further up", ({ at, is }) => {
  expect(earlier(["a", "b", "c"], at)).toEqual(is);
});
