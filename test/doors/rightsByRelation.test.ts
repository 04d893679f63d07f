import { randomUUID } from "node:crypto";
import { mayDo, recordSchemas, rightsActions, type RecordTypeKey, type RightsAction } from "@sluice/domain";
import { createReads, isAuthorised, listRecords, questionOf, readAsker, type Reads } from "@sluice/records";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { aFirm, type TestFirm } from "../support/aFirm.ts";

const shipped = [
  "admin",
  "rep",
  "salesManager",
  "costEngineer",
  "finance",
  "productManager",
  "generalManager",
] as const;
const relations = ["own", "colleague", "below", "stranger"] as const;
type Relation = (typeof relations)[number];

/**
 * The table of role × type × action × relation is written by hand beside the rules; here the door's two ways of asking it, the
 * ability and its SQL, are held against it for a real person of every role and real records in every relation.
 */
describe("rights by relation, at the door and in lists", () => {
  let firm: TestFirm;
  let reads: Reads;
  const ids = new Map<string, string>();
  const askers = new Map<string, string>();
  beforeAll(async () => {
    firm = await aFirm();
    reads = createReads(firm.pool);
    const [sales] = await firm.rows<{ id: string; path: string[] }>(
      "SELECT d.id, d.path FROM department d JOIN person p ON p.department_id = d.id WHERE p.id = $1",
      [firm.people.chen],
    );
    const firmId = String(sales?.path[0]);
    const department = {
      own: String(sales?.id),
      colleague: String(sales?.id),
      below: randomUUID(),
      stranger: randomUUID(),
    };
    await firm.rows(
      "INSERT INTO department (id, name, parent_id, path) VALUES ($1, '{}', $2, $3), ($4, '{}', $5, $6)",
      [
        department.below,
        department.own,
        [firmId, department.own, department.below],
        department.stranger,
        firmId,
        [firmId, department.stranger],
      ],
    );
    const aPerson = async (departmentId: string, roles: readonly string[]): Promise<string> => {
      const id = randomUUID();
      await firm.rows("INSERT INTO person (id, name, email, roles, department_id) VALUES ($1, $2, $3, $4, $5)", [
        id,
        id,
        `${id}@firm.example`,
        roles,
        departmentId,
      ]);
      return id;
    };
    for (const role of shipped) askers.set(role, await aPerson(department.own, [role]));
    const others = {
      colleague: await aPerson(department.colleague, []),
      below: await aPerson(department.below, []),
      stranger: await aPerson(department.stranger, []),
    };
    const insert = async (table: string, columns: Readonly<Record<string, unknown>>): Promise<string> => {
      const numbered = { number: randomUUID(), ...columns };
      const names = Object.keys(numbered);
      const [row] = await firm.rows<{ id: string }>(
        `INSERT INTO ${table} (${names.join()}) VALUES (${names.map((_name, at) => `$${at + 1}`).join()}) RETURNING id`,
        Object.values(numbered),
      );
      return String(row?.id);
    };
    const make = async (owner: string, departmentId: string): Promise<Readonly<Record<RecordTypeKey, string>>> => {
      const owned = { owner_id: owner, department_id: departmentId };
      const customer = await insert("customer", { name: "C", ...owned });
      const quote = await insert("quote", { name: "Q", customer_id: customer, currency: "CNY", ...owned });
      const ofQuote = { quote_id: quote, currency: "CNY", ...owned };
      return {
        customer,
        quote,
        contact: await insert("contact", { name: "A", customer_id: customer, ...owned }),
        product: await insert("product", {
          sku: randomUUID(),
          name: "P",
          unit: "pcs",
          list_price: "1",
          currency: "CNY",
          ...owned,
        }),
        priceBook: await insert("price_book", { name: "B", currency: "CNY", ...owned }),
        costSheet: await insert("cost_sheet", { rate_date: "2026-11-01", ...ofQuote }),
        territory: await insert("territory", { name: "T", ...owned }),
        order: await insert("sales_order", { customer_id: customer, ...ofQuote }),
      };
    };
    for (const relation of relations) {
      for (const role of shipped) {
        const owner = relation === "own" ? String(askers.get(role)) : others[relation];
        for (const [type, id] of Object.entries(await make(owner, department[relation])))
          ids.set(`${role} ${relation} ${type}`, id);
      }
    }
  });
  afterAll(() => firm.close());

  const recordOf = async (type: RecordTypeKey, id: string) => {
    const { table } = reads.types.get(type);
    const [row] = await firm.rows<{ owner_id: string; department_id: string }>(
      `SELECT owner_id, department_id FROM ${table} WHERE id = $1`,
      [id],
    );
    return { type, id, version: 1, fields: { owner: row?.owner_id ?? null, department: row?.department_id ?? null } };
  };
  const cases = shipped.flatMap((role) =>
    (Object.keys(recordSchemas) as RecordTypeKey[]).map((type) => ({ role, type })),
  );

  it.each(cases)("$role, $type: every action in every relation", async ({ role, type }) => {
    const personId = String(askers.get(role));
    const asker = await readAsker(reads.db, personId);
    const listed = new Set<string>();
    for (let cursor: string | undefined, more = true; more;) {
      const page = await listRecords(reads, {
        type,
        personId,
        limit: 100,
        ...(cursor === undefined ? {} : { cursor }),
      });
      for (const row of page.items) listed.add(row.id);
      cursor = page.nextCursor ?? undefined;
      more = cursor !== undefined;
    }
    for (const relation of relations) {
      const id = String(ids.get(`${role} ${relation} ${type}`));
      const record = await recordOf(type, id);
      const question = questionOf(reads.rights, asker, record);
      const byTable = (action: RightsAction): boolean => mayDo({ ...question, relation: relationOf(relation) }, action);
      const byDoor = rightsActions.filter((action) => isAuthorised(reads.rights, asker, { action, record }));
      expect(byDoor, relation).toEqual(rightsActions.filter(byTable));
      expect(listed.has(id), `listed: ${relation}`).toBe(byTable("read"));
    }
  });
});

const relationOf = (relation: Relation) => ({
  isOwner: relation === "own",
  inDepartment: relation === "own" || relation === "colleague",
  inDepartmentOrBelow: relation !== "stranger",
});
