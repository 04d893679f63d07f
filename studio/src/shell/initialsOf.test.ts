import { expect, it } from "vitest";
import { initialsOf } from "./initialsOf.ts";

it.each([
  ["Mia Chen", "MC"],
  ["王芳", "芳"],
  ["陈", "陈"],
  ["Prince", "P"],
  ["Anna Maria van Dyk", "AD"],
  ["", ""],
])("%s → %s", (name, initials) => {
  expect(initialsOf(name)).toBe(initials);
});
