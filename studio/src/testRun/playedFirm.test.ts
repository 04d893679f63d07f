import { expect, it } from "vitest";
import { playedFirm, realFirm, type RealPerson } from "./playedFirm.ts";

const role = (key: string) => ({ key, label: { en: key, zh: `${key}（中）` } });
const person = (id: string, more: Partial<RealPerson> = {}): RealPerson => ({
  id,
  roles: ["finance"],
  departmentId: "sales",
  managerId: null,
  deputyId: null,
  ...more,
});

it("a small firm has somebody for each role, a manager above them and a head above that; the rep begins", () => {
  const { people, heads, by, ownerId } = playedFirm([role("finance"), role("rep")], 30);
  expect(people.map(({ id, managerId }) => [id, managerId])).toEqual([
    ["finance", "manager"],
    ["rep", "manager"],
    ["manager", "head"],
    ["head", undefined],
  ]);
  expect([by, ownerId, heads]).toEqual(["rep", "rep", { firm: "head" }]);
});

it.each([
  { name: "as many roles as there is room for", most: 4, count: 4 },
  { name: "more roles than there is room for", most: 3, count: 3 },
])("a small firm holds no more people than a story may: $name", ({ most, count }) => {
  expect(playedFirm([role("a"), role("b")], most).people).toHaveLength(count);
});

it("the real firm keeps managers and deputies who are in it, by ids alone", () => {
  const { people, heads, by } = realFirm(
    [
      person("li", { managerId: "boss", deputyId: "gone", roles: ["rep"] }),
      person("boss", { managerId: "head" }),
      person("head", { departmentId: "board" }),
    ],
    30,
  );
  expect(people).toEqual([
    { id: "li", roles: ["rep"], department: "sales", managerId: "boss" },
    { id: "boss", roles: ["finance"], department: "sales", managerId: "head" },
    { id: "head", roles: ["finance"], department: "board" },
  ]);
  expect([heads, by]).toEqual([{ sales: "boss", board: "head" }, "li"]);
});
