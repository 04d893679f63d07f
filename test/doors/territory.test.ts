import { randomUUID } from "node:crypto";
import { factKeyOf, type FoundPerson, type Json } from "@sluice/process";
import { lookUpFacts } from "@sluice/records";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { aFirm, type StaffName, type TestFirm } from "../support/aFirm.ts";

type Fields = Readonly<Record<string, Json>>;

describe("a territory", () => {
  let firm: TestFirm;
  let customer: string;
  const ids: Record<string, string> = {};
  const create = async (fields: Fields): Promise<string> =>
    String((await firm.door.createRecord("territory", { commandId: randomUUID(), fields }, firm.as("mei"))).recordId);
  const covering = (...names: readonly StaffName[]): Fields => ({
    members: names.map((name) => ({ person: firm.people[name] })),
  });
  beforeAll(async () => {
    firm = await aFirm();
    customer = await firm.aCustomer();
    ids["china"] = await create({ name: "China", ...covering("gao", "wang") });
    ids["east"] = await create({ name: "East", parent: ids["china"], ...covering("sofia", "chen") });
    ids["shanghai"] = await create({ name: "Shanghai", parent: ids["east"] });
    await firm.pool.query("UPDATE person SET post = 'Lead' WHERE id = ANY ($1)", [[firm.people.chen, firm.people.gao]]);
  });
  afterAll(() => firm.close());

  const found = async (territory: string | null, post?: string): Promise<readonly string[]> => {
    await firm.pool.query("UPDATE customer SET territory_id = $2 WHERE id = $1", [customer, territory]);
    const rule = { by: "territory" as const, path: "territory", ...(post === undefined ? {} : { post }) };
    const key = factKeyOf({ fact: "people", rules: [rule], previous: [], picked: [] });
    const facts = await lookUpFacts(firm.house, [key], {
      record: { type: "customer", id: customer },
      initiatorId: firm.people.sofia,
      at: "2026-11-02T04:00:00.000Z",
    });
    const names = Object.entries(firm.people);
    return (facts[key] as unknown as readonly FoundPerson[]).map(
      ({ personId }) => names.find(([, id]) => id === personId)?.[0] ?? "?",
    );
  };

  it.each<{ name: string; territory: string | null; post?: string; people: readonly StaffName[] }>([
    { name: "in their order", territory: "east", people: ["sofia", "chen"] },
    { name: "of one post", territory: "east", post: "Lead", people: ["chen"] },
    { name: "of the one above, where nobody covers it", territory: "shanghai", people: ["sofia", "chen"] },
    { name: "nobody of a post that is nowhere", territory: "shanghai", post: "Pilot", people: [] },
    { name: "nobody without a territory", territory: null, people: [] },
  ])("is covered by people: $name", async ({ territory, post, people }) => {
    expect(await found(territory === null ? null : (ids[territory] ?? null), post)).toEqual(people);
  });

  it("asks further up when those of the post have left", async () => {
    await firm.pool.query("UPDATE person SET active = FALSE WHERE id = $1", [firm.people.chen]);
    expect(await found(ids["shanghai"] ?? null, "Lead")).toEqual(["gao"]);
    await firm.pool.query("UPDATE person SET active = TRUE WHERE id = $1", [firm.people.chen]);
  });

  it.each<{ name: string; fields: () => Fields; field: string; reason: string }>([
    { name: "itself", fields: () => ({ parent: ids["china"] ?? "" }), field: "parent", reason: "withinItself" },
    {
      name: "its own part",
      fields: () => ({ parent: ids["shanghai"] ?? "" }),
      field: "parent",
      reason: "withinItself",
    },
    {
      name: "somebody twice",
      fields: () => covering("chen", "chen"),
      field: "members.1.person",
      reason: "repeatedLine",
    },
  ])("cannot hold $name", async ({ fields, field, reason }) => {
    const command = { commandId: randomUUID(), id: ids["china"] ?? "", version: 1, fields: fields() };
    await expect(firm.door.patchRecord("territory", command, firm.as("mei"))).rejects.toMatchObject({
      problems: [{ code: "INPUT_INVALID", values: { field, reason } }],
    });
  });
});
