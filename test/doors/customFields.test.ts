import { randomUUID } from "node:crypto";
import type { Json } from "@sluice/process";
import {
  createDoor,
  createField,
  createReads,
  getRecord,
  listFields,
  listLayouts,
  listRecords,
  patchField,
  saveLayout,
  type Reads,
} from "@sluice/records";
import { afterAll, beforeAll, beforeEach, describe, expect, it } from "vitest";
import { aField, indexed } from "../support/aField.ts";
import { aFirm, type StaffName, type TestFirm } from "../support/aFirm.ts";
import { codesOf } from "../support/codesOf.ts";

type Values = Readonly<Record<string, Json>>;

describe("custom fields", () => {
  let firm: TestFirm;
  let reads: Reads;
  beforeAll(async () => {
    firm = await aFirm();
    reads = createReads(firm.pool);
  });
  afterAll(() => firm.close());

  let next = 0;
  /** A key that no other test uses. */
  let key = "";
  beforeEach(() => {
    next += 1;
    key = `c_f${next}`;
  });

  const patch = async (id: string, fields: Values, by: StaffName = "chen") => {
    const [row] = await firm.rows<{ version: number }>("SELECT version FROM customer WHERE id = $1", [id]);
    return firm.door.patchRecord(
      "customer",
      { commandId: randomUUID(), id, version: row?.version ?? 0, fields },
      firm.as(by),
    );
  };
  const fieldsOf = async (id: string, by: StaffName = "chen"): Promise<Values> =>
    (await getRecord(reads, { type: "customer", id }, firm.people[by])).fields;
  const change = async (id: string, wish: Values, by: StaffName = "mei", version?: number) => {
    const kept = (await listFields(reads, "customer")).find((it) => it.id === id);
    const { settings, ...rest } = wish;
    return patchField(
      firm.house,
      {
        commandId: randomUUID(),
        id,
        version: version ?? kept?.version ?? 0,
        ...rest,
        ...(settings === undefined
          ? {}
          : { settings: { ...(kept?.settings as unknown as Values), ...(settings as Values) } }),
      },
      firm.as(by),
    );
  };

  describe("an admin's to say", () => {
    it.each<{ readonly by: StaffName; readonly codes: readonly string[] }>([
      { by: "mei", codes: [] },
      { by: "gao", codes: ["NOT_ALLOWED"] },
      { by: "chen", codes: ["NOT_ALLOWED"] },
    ])("are added by $by: $codes", async ({ by, codes }) => {
      const adding = createField(
        firm.house,
        {
          commandId: randomUUID(),
          recordType: "customer",
          key,
          settings: { type: "text", label: { en: "A", zh: "甲" } },
        },
        firm.as(by),
      );
      expect(await codesOf(adding)).toEqual(codes);
    });

    it("have a key that stands once, are of types that take some, and no more than a hundred", async () => {
      await aField(firm, { key });
      expect(await codesOf(aField(firm, { key }))).toEqual(["DUPLICATE"]);
      expect(await codesOf(aField(firm, { key: "region" }))).toEqual(["INPUT_INVALID"]);
      expect(await codesOf(aField(firm, { key, recordType: "person" }))).toEqual(["NOT_FOUND"]);
      await firm.rows(
        `INSERT INTO field (record_type, record_table, key, settings)
         SELECT 'territory', 'territory', 'c_n' || n, '{"type":"text","label":{"en":"N","zh":"N"}}' FROM generate_series(1, 99) AS n`,
      );
      expect(await codesOf(aField(firm, { key, recordType: "territory" }))).toEqual([]);
      expect(await codesOf(aField(firm, { key: `${key}x`, recordType: "territory" }))).toEqual(["FIELDS_TOO_MANY"]);
    });

    it("are changed by one admin at a time: the second is told, and nothing of theirs is half done", async () => {
      const id = await aField(firm, { key });
      const both = await Promise.all(
        ["North", "South"].map((en) => codesOf(change(id, { settings: { label: { en, zh: "北" } } }, "mei", 1))),
      );
      expect(both.flat()).toEqual(["VERSION_CONFLICT"]);
      const [row] = await firm.rows<{ version: number }>("SELECT version FROM field WHERE id = $1", [id]);
      expect(row).toEqual({ version: 2 });
    });

    it("are noted in the audit trail, with what was said before and after", async () => {
      const id = await aField(firm, { key });
      await change(id, { settings: { required: true } });
      await change(id, { archived: true });
      const rows = await firm.rows<{ action: string; detail: Values }>(
        "SELECT action, detail FROM audit WHERE record_type = 'field' AND record_id = $1 ORDER BY id",
        [id],
      );
      expect(rows.map(({ action }) => action)).toEqual(["field added", "field changed", "field put away"]);
      expect(rows[1]?.detail).toMatchObject({ key, from: { type: "text" }, to: { type: "text", required: true } });
    });
  });

  it("hold what people write, by their key beside the built-in ones, and nothing else", async () => {
    await aField(firm, { key, type: "decimal", max: "10" });
    const id = await firm.aCustomer({ [key]: "9.50" });
    expect((await fieldsOf(id))[key]).toBe("9.5");
    expect(await codesOf(patch(id, { [key]: "10.5", grade: "B" }))).toEqual(["INPUT_INVALID"]);
    await patch(id, { [key]: "10" });
    await patch(id, { grade: "B" });
    expect(await fieldsOf(id)).toMatchObject({ [key]: "10", grade: "B" });
    await patch(id, { [key]: null });
    const [row] = await firm.rows<{ custom: Values }>("SELECT custom FROM customer WHERE id = $1", [id]);
    expect(row?.custom).toEqual({});
  });

  it("are known at once to a server that did not add them", async () => {
    const other = createDoor({ pool: firm.pool });
    await aField(firm, { key });
    const made = await other.door.createRecord(
      "customer",
      { commandId: randomUUID(), fields: { name: "Lan", [key]: "North" } },
      firm.as("chen"),
    );
    const elsewhere = createReads(firm.pool);
    const view = await getRecord(elsewhere, { type: "customer", id: String(made.recordId) }, firm.people.chen);
    expect(view.fields[key]).toBe("North");
  });

  it("become required for whoever edits from then on; old records stay until somebody does", async () => {
    const [id, fieldId] = [await firm.aCustomer(), await aField(firm, { key })];
    await change(fieldId, { settings: { required: true } });
    expect((await fieldsOf(id))[key]).toBeNull();
    expect(await codesOf(patch(id, { grade: "B" }))).toEqual(["REQUIRED_FIELD"]);
    expect(await codesOf(firm.aCustomer({ name: "New" }))).toEqual(["REQUIRED_FIELD"]);
    await patch(id, { grade: "B", [key]: "North" });
    await change(fieldId, { archived: true });
  });

  it("keep their type while a record holds a value, deleted or not, and say how many do", async () => {
    const id = await aField(firm, { key });
    const customer = await firm.aCustomer({ [key]: "12" });
    const refusal = await change(id, { settings: { type: "integer" } }).catch((cause: unknown) => cause);
    expect(refusal).toMatchObject({ problems: [{ code: "FIELD_HAS_VALUES", values: { field: "type", count: 1 } }] });
    await patch(customer, { [key]: null });
    await change(id, { settings: { type: "integer" } });
    await patch(customer, { [key]: 12 });
    expect((await fieldsOf(customer))[key]).toBe(12);
  });

  it("never change their meaning under a record that is written at the same moment", async () => {
    const id = await aField(firm, { key });
    const customers = await Promise.all(["A", "B", "C", "D"].map((name) => firm.aCustomer({ name })));
    const [changed, ...written] = await Promise.all([
      codesOf(change(id, { settings: { type: "integer" } }, "mei", 1)),
      ...customers.map((customer) => codesOf(patch(customer, { [key]: "12" }))),
    ]);
    const held = await firm.rows<{ kind: string }>(
      `SELECT jsonb_typeof(custom -> $1) AS kind FROM customer WHERE custom ? $1`,
      [key],
    );
    expect(written.flat()).toEqual([]);
    expect(new Set(held.map(({ kind }) => kind)).size).toBe(1);
    expect(changed).toEqual(held[0]?.kind === "number" ? [] : ["FIELD_HAS_VALUES"]);
  });

  it("keep their values when they are put away, and have them again", async () => {
    const [id, customer] = [await aField(firm, { key }), await firm.aCustomer()];
    await patch(customer, { [key]: "North" });
    await change(id, { archived: true });
    expect(Object.hasOwn(await fieldsOf(customer), key)).toBe(false);
    expect(await codesOf(patch(customer, { [key]: "South" }))).toEqual(["INPUT_INVALID"]);
    await patch(customer, { grade: "B" });
    await change(id, { archived: false });
    expect((await fieldsOf(customer))[key]).toBe("North");
  });

  it("that are unique are held by one record only, however many write at once", async () => {
    const id = await aField(firm, { key, unique: true });
    const made = await Promise.all(
      Array.from({ length: 8 }, (_none, index) => codesOf(firm.aCustomer({ name: `C${index}`, [key]: "one" }))),
    );
    expect(made.flat()).toEqual(Array.from({ length: 7 }, () => "DUPLICATE"));
    const other = await firm.aCustomer({ [key]: "two" });
    expect(await codesOf(patch(other, { [key]: "one" }))).toEqual(["DUPLICATE"]);
    await patch(other, { [key]: "three" });
    expect(await codesOf(firm.aCustomer({ [key]: "two" }))).toEqual([]);
    await change(id, { settings: { unique: false } });
    expect(await codesOf(firm.aCustomer({ [key]: "one" }))).toEqual([]);
  });

  describe("and who sees them", () => {
    it("are masked, hidden or closed by role, whoever owns the record", async () => {
      await aField(firm, { key, rights: { rep: "masked", salesManager: "read", costEngineer: "hidden" } });
      const id = await firm.aCustomer({}, "chen");
      await patch(id, { [key]: "confidential" }, "mei");
      const seen = async (name: StaffName) => (await fieldsOf(id, name))[key];
      expect(await seen("mei")).toBe("confidential");
      expect(await seen("wang")).toBe("confidential");
      expect(await seen("chen")).toBe("con****tial");
      expect(await seen("li")).toBeUndefined();
      expect(await codesOf(patch(id, { [key]: "x" }, "chen"))).toEqual(["FIELD_NOT_ALLOWED"]);
      expect(await codesOf(patch(id, { [key]: "x" }, "wang"))).toEqual(["FIELD_NOT_ALLOWED"]);
    });

    it("are not found out by narrowing a list", async () => {
      await aField(firm, { key, filterable: true, rights: { rep: "masked" } });
      await indexed(firm);
      const id = await firm.aCustomer({}, "chen");
      await patch(id, { [key]: "secret" }, "mei");
      const found = async (name: StaffName) =>
        (await listRecords(reads, { type: "customer", personId: firm.people[name], filter: { [key]: "secret" } }))
          .items;
      expect((await found("mei")).map((it) => it.id)).toEqual([id]);
      expect(await found("chen")).toEqual([]);
      const sorted = listRecords(reads, {
        type: "customer",
        personId: firm.people.chen,
        sort: { field: key, direction: "asc" },
      });
      expect(await codesOf(sorted)).toEqual(["INPUT_INVALID"]);
    });
  });

  describe("and how they are laid out", () => {
    const name = { en: "Who", zh: "主体" };
    const save = (version: number, fields: readonly string[], by: StaffName = "mei", role: string | null = null) =>
      saveLayout(
        firm.house,
        {
          commandId: randomUUID(),
          recordType: "customer",
          role,
          version,
          layout: { sections: [{ title: name, fields: [...fields] }], hidden: ["address"] },
        },
        firm.as(by),
      );

    it("is an admin's to say, of fields that there are, one admin at a time", async () => {
      await aField(firm, { key });
      expect(await codesOf(save(0, [key], "wang"))).toEqual(["NOT_ALLOWED"]);
      expect(await codesOf(save(0, ["c_nothing"]))).toEqual(["INPUT_INVALID"]);
      expect(await codesOf(save(0, [key], "mei", "pilot"))).toEqual(["REFERENCE_MISSING"]);
      const both = await Promise.all([codesOf(save(0, [key])), codesOf(save(0, ["name", key]))]);
      expect(both.flat()).toEqual(["VERSION_CONFLICT"]);
      expect(await codesOf(save(0, ["grade"], "mei", "rep"))).toEqual([]);
      const kept = (await listLayouts(reads)).map(({ role, version, hidden }) => ({ role, version, hidden }));
      expect(kept).toEqual([
        { role: null, version: 1, hidden: ["address"] },
        { role: "rep", version: 1, hidden: ["address"] },
      ]);
    });

    it("hides a field without protecting it", async () => {
      const id = await firm.aCustomer();
      expect(await codesOf(patch(id, { address: "Pudong" }))).toEqual([]);
      expect((await fieldsOf(id))["address"]).toBe("Pudong");
    });
  });
});
