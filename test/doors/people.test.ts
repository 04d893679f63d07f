import { factKeyOf, type Fact, type FoundPerson, type DirectPeopleRule } from "@sluice/process";
import { createReads, lookUpFacts } from "@sluice/records";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { workingCalendarOf } from "../../server/src/catalog/workingCalendarOf.ts";
import { aFirm, type StaffName, type TestFirm } from "../support/aFirm.ts";

describe("who a rule finds", () => {
  let firm: TestFirm;
  let customer: string;
  const at = "2026-11-02T04:00:00.000Z";
  beforeAll(async () => {
    firm = await aFirm();
    customer = await firm.aCustomer();
  });
  afterAll(() => firm.close());

  const look = async (fact: Fact): Promise<unknown> => {
    const facts = await lookUpFacts(firm.house, [factKeyOf(fact)], {
      record: { type: "customer", id: customer },
      initiatorId: firm.people.sofia,
      at,
    });
    return facts[factKeyOf(fact)];
  };
  const nameOf = (id: string): string => Object.entries(firm.people).find(([, it]) => it === id)?.[0] ?? "?";
  const found = async (
    rule: DirectPeopleRule,
    extra: { readonly previous?: readonly StaffName[]; readonly picked?: readonly StaffName[] } = {},
  ) => {
    const ids = (names: readonly StaffName[] = []) => names.map((name) => firm.people[name]);
    const people = (await look({
      fact: "people",
      rules: [rule],
      previous: ids(extra.previous),
      picked: ids(extra.picked),
    })) as readonly FoundPerson[];
    return people
      .map(({ personId, standsFor }) =>
        standsFor === undefined ? nameOf(personId) : `${nameOf(personId)} for ${nameOf(standsFor)}`,
      )
      .toSorted();
  };

  it.each<{
    readonly name: string;
    readonly rule: DirectPeopleRule;
    readonly extra?: Parameters<typeof found>[1];
    readonly people: readonly string[];
  }>([
    { name: "a role", rule: { by: "role", role: "rep" }, people: ["chen", "sofia"] },
    { name: "a role that nobody has", rule: { by: "role", role: "pilot" }, people: [] },
    { name: "the owner", rule: { by: "owner" }, people: ["chen"] },
    { name: "the initiator", rule: { by: "initiator" }, people: ["sofia"] },
    { name: "the initiator's manager", rule: { by: "manager", level: 1, of: "initiator" }, people: ["wang"] },
    { name: "the owner's manager's manager", rule: { by: "manager", level: 2, of: "owner" }, people: ["gao"] },
    { name: "a manager above the top", rule: { by: "manager", level: 3, of: "owner" }, people: [] },
    { name: "all managers", rule: { by: "managersUpTo", of: "owner" }, people: ["gao", "wang"] },
    {
      name: "managers up to a role",
      rule: { by: "managersUpTo", role: "salesManager", of: "owner" },
      people: ["wang"],
    },
    { name: "managers up to a level", rule: { by: "managersUpTo", level: 1, of: "owner" }, people: ["wang"] },
    { name: "the head of the owner's department", rule: { by: "departmentHead", of: "owner" }, people: ["wang"] },
    {
      name: "the members of the previous actor's department",
      rule: { by: "departmentMembers", of: "previous" },
      extra: { previous: ["wang"] },
      people: ["chen", "sofia", "wang"],
    },
    { name: "the person in a field", rule: { by: "personInField", path: "owner.manager" }, people: ["wang"] },
    {
      name: "the head of the department in a field",
      rule: { by: "departmentHeadInField", path: "department" },
      people: ["wang"],
    },
    {
      name: "whom the initiator picked, of a role",
      rule: { by: "initiatorPicks", role: "finance" },
      extra: { picked: ["zhao", "chen"] },
      people: ["zhao"],
    },
  ])("finds $name", async ({ rule, extra, people }) => {
    expect(await found(rule, extra)).toEqual(people);
  });

  it("finds the deputy of who is away, and nobody who has left", async () => {
    const owner = { by: "owner" } as const;
    await firm.pool.query("UPDATE person SET absent_from = $2, absent_until = $3, deputy_id = $4 WHERE id = $1", [
      firm.people.chen,
      "2026-11-01T00:00:00Z",
      at,
      firm.people.wang,
    ]);
    expect(await found(owner)).toEqual(["chen"]);
    await firm.pool.query("UPDATE person SET absent_until = $2 WHERE id = $1", [
      firm.people.chen,
      "2026-11-02T04:00:00.001Z",
    ]);
    expect(await found(owner)).toEqual(["wang for chen"]);
    await firm.pool.query("UPDATE person SET active = FALSE WHERE id = $1", [firm.people.wang]);
    expect(await found(owner)).toEqual(["chen"]);
    await firm.pool.query("UPDATE person SET active = FALSE WHERE id = $1", [firm.people.chen]);
    expect(await found(owner)).toEqual([]);
    await firm.pool.query("UPDATE person SET active = TRUE, absent_from = NULL, absent_until = NULL, deputy_id = NULL");
  });

  it.each([
    {
      name: "by the clock on the wall",
      span: { amount: 2, unit: "hour", calendar: "elapsed" },
      due: "2026-11-02T06:00:00.000Z",
    },
    {
      name: "in working time, past the lunch hour",
      span: { amount: 2, unit: "hour", calendar: "working" },
      due: "2026-11-02T07:00:00.000Z",
    },
    { name: "in working days", span: { amount: 1, unit: "day", calendar: "working" }, due: "2026-11-03T04:00:00.000Z" },
  ] as const)("counts what is due $name", async ({ span, due }) => {
    expect(Date.parse(String(await look({ fact: "dueAt", from: at, span })))).toBe(Date.parse(due));
  });

  it("counts by the department's own calendar when it has one", async () => {
    const allDay = Array.from({ length: 7 }, () => [["00:00", "24:00"]]);
    const [sales] = await firm.rows<{ id: string }>("SELECT department_id AS id FROM person WHERE id = $1", [
      firm.people.chen,
    ]);
    const settings = JSON.stringify({ zone: "UTC", week: allDay, holidays: [], makeUpDays: [] });
    await firm.pool.query("INSERT INTO calendar (id, department_id, settings) VALUES (gen_random_uuid(), $1, $2)", [
      sales?.id,
      settings,
    ]);
    const due = await look({ fact: "dueAt", from: at, span: { amount: 2, unit: "hour", calendar: "working" } });
    expect(Date.parse(String(due))).toBe(Date.parse("2026-11-02T06:00:00.000Z"));
    expect(await look({ fact: "endOfDay", on: "2026-11-02" })).toBe("2026-11-02T23:59:59.999Z");
    const { db } = createReads(firm.pool);
    expect(await workingCalendarOf(db, sales?.id ?? null)).toMatchObject({ zone: "UTC", hasOthers: false });
    expect(await workingCalendarOf(db, null)).toMatchObject({ zone: "Asia/Shanghai", hasOthers: true });
  });

  it("answers nothing for what is empty on the way", async () => {
    expect(await look({ fact: "field", path: "grade" })).toBeNull();
    expect(await look({ fact: "field", path: "owner.department.head" })).toBe(firm.people.wang);
    expect(await look({ fact: "field", path: "nothing.like.this" })).toBeNull();
  });

  it("picks nobody out of nobody, and the least busy of some", async () => {
    const from = [firm.people.chen, firm.people.sofia];
    expect(await look({ fact: "pick", from: [], strategy: "roundRobin" })).toBeNull();
    expect(await look({ fact: "pick", from, strategy: "leastBusy" })).toBe(firm.people.chen);
    expect(await look({ fact: "pick", from, strategy: "roundRobin" })).toBe(firm.people.chen);
  });
});
