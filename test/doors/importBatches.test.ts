import { randomUUID } from "node:crypto";
import { mkdtemp, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import type { ProcessDefinitionInput } from "@sluice/process";
import { createReads, importStatus, runImport, startImport, type ImportDesk } from "@sluice/records";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { aFirm, type TestFirm } from "../support/aFirm.ts";
import { codesOf } from "../support/codesOf.ts";
import { foldOf, readCaseLogs } from "../support/foldedCases.ts";

const named = (text: string) => ({ en: text, zh: text });

const productLife: ProcessDefinitionInput = {
  format: 2,
  key: "productLife",
  name: named("Product life"),
  kind: "lifeCycle",
  recordType: "product",
  nodes: [
    { id: "start", kind: "start", name: named("Made"), trigger: { on: "recordCreated" }, concurrency: "skip" },
    {
      id: "sold",
      kind: "stage",
      key: "sold",
      order: 1,
      name: named("Sold"),
      moves: [{ id: "stop", name: named("Stop"), to: "over", trigger: { by: "person" } }],
    },
    { id: "over", kind: "stage", key: "over", order: 2, name: named("Over"), final: "done" },
  ],
  edges: [{ id: "begin", from: "start", to: "sold" }],
};

/** The life of a customer, whose first step marks it; a note is wanted before. */
const customerLife: ProcessDefinitionInput = {
  format: 2,
  key: "customerLife",
  name: named("Customer life"),
  kind: "lifeCycle",
  recordType: "customer",
  nodes: [
    { id: "start", kind: "start", name: named("Made"), trigger: { on: "recordCreated" }, concurrency: "skip" },
    {
      id: "known",
      kind: "stage",
      key: "known",
      order: 1,
      name: named("Known"),
      entry: "mark",
      requiredToEnter: ["note"],
      moves: [{ id: "stop", name: named("Stop"), to: "over", trigger: { by: "person" } }],
    },
    {
      id: "mark",
      kind: "action",
      stage: "known",
      name: named("Mark"),
      block: "setFields",
      inputs: { industry: { value: "marked" } },
    },
    { id: "over", kind: "stage", key: "over", order: 2, name: named("Over"), final: "done" },
  ],
  edges: [{ id: "begin", from: "start", to: "known" }],
};

describe("a record that an import brings", () => {
  let firm: TestFirm;
  beforeAll(async () => {
    firm = await aFirm();
    await firm.publish(customerLife);
  });
  afterAll(() => firm.close());

  const bring = async (via: "import" | "session", fields: Readonly<Record<string, string>>) =>
    firm.door.createRecords("customer", [{ commandId: randomUUID(), fields: { name: "Brought", ...fields } }], {
      ...firm.as("chen"),
      via,
    });
  const standing = async (id: string | null | undefined) =>
    (
      await firm.rows<{ stage_key: string; industry: string | null; lane: string }>(
        'SELECT c.stage_key, r.industry, c.lane FROM customer r JOIN "case" c ON c.record_id = r.id WHERE r.id = $1',
        [id],
      )
    )[0];

  it("rests in its first stage, and takes its first step in the bulk lane after the commit", async () => {
    const [made] = await bring("import", { note: "n" });
    expect(await standing(made?.recordId)).toEqual({ stage_key: "known", industry: null, lane: "bulk" });
    expect(await firm.rows("SELECT lane, happening FROM case_inbox")).toEqual([
      { lane: "bulk", happening: { type: "firstStep" } },
    ]);
    await firm.settle();
    expect(await standing(made?.recordId)).toMatchObject({ stage_key: "known", industry: "marked" });
  });

  it("is moved by a person only after its first step", async () => {
    const [made] = await bring("import", { note: "n" });
    const command = { commandId: randomUUID(), caseId: String(made?.caseId), move: "stop" };
    await firm.door.moveCase(command, firm.as("mei"));
    expect(await standing(made?.recordId)).toMatchObject({ stage_key: "over", industry: "marked" });
    await firm.settle();
    expect(await firm.rows("SELECT FROM case_inbox")).toEqual([]);
  });

  it("is refused where what its first stage demands is missing", async () => {
    expect(await codesOf(bring("import", {}))).toEqual(["REQUIRED_FIELD"]);
  });

  it("takes its first step at once where a person makes it", async () => {
    const [made] = await bring("session", { note: "n" });
    expect(await standing(made?.recordId)).toEqual({ stage_key: "known", industry: "marked", lane: "people" });
  });

  it("folds to what is stored", async () => {
    await firm.settle();
    for (const log of await readCaseLogs(firm)) expect(foldOf(log)).toEqual(log.state);
  });
});

describe("many new records at once", () => {
  let firm: TestFirm;
  let folder: string;
  beforeAll(async () => {
    firm = await aFirm();
    await firm.publish(productLife);
    folder = await mkdtemp(join(tmpdir(), "batches-"));
  });
  afterAll(async () => {
    await firm.close();
    await rm(folder, { recursive: true });
  });

  const aWish = (sku: string, fields: Readonly<Record<string, string>> = {}) => ({
    commandId: randomUUID(),
    fields: { sku, name: "Valve", unit: "pcs", listPrice: "1", currency: "CNY", ...fields },
  });
  const make = (wishes: readonly ReturnType<typeof aWish>[], by: "tom" | "chen" = "tom") =>
    firm.door.createRecords("product", wishes, { personId: firm.people[by], via: "import" });
  const made = (prefix: string) =>
    firm.rows<{ sku: string; stage_key: string; audited: number }>(
      `SELECT p.sku, c.stage_key, (SELECT count(*)::int FROM audit a WHERE a.record_id = p.id AND a.action = 'create'
         AND a.via = 'import' AND EXISTS (SELECT FROM command m WHERE m.id = a.command_id)) AS audited
       FROM product p JOIN "case" c ON c.record_id = p.id WHERE p.sku LIKE $1 ORDER BY p.sku`,
      [`${prefix}%`],
    );

  it("each get a number, a case and a line in the audit trail under the command of their own", async () => {
    const answers = await make([aWish("A-1"), aWish("A-2"), aWish("A-3")]);
    expect(await made("A-")).toEqual(["A-1", "A-2", "A-3"].map((sku) => ({ sku, stage_key: "sold", audited: 1 })));
    const numbers = await firm.rows("SELECT DISTINCT number FROM product WHERE sku LIKE 'A-%'");
    expect(numbers).toHaveLength(3);
    expect(answers.every((it) => it.caseId !== null && it.version === 1)).toBe(true);
  });

  it("answer as before when they are asked for again, alone or with others", async () => {
    const [one, two, three] = [aWish("B-1"), aWish("B-2"), aWish("B-3")];
    const alone = await firm.door.createRecord("product", one, { personId: firm.people.tom, via: "import" });
    const together = await make([one, two]);
    expect(together[0]).toEqual(alone);
    expect(await make([two, three, one])).toMatchObject([together[1], { recordType: "product" }, alone]);
    expect((await made("B-")).map(({ sku }) => sku)).toEqual(["B-1", "B-2", "B-3"]);
    expect(await codesOf(make([{ ...one, fields: { ...one.fields, sku: "B-9" } }, aWish("B-8")]))).toEqual([
      "COMMAND_ID_REUSED",
    ]);
  });

  it.each([
    { name: "a key that is taken", wrong: () => aWish("C-1"), code: "DUPLICATE" },
    { name: "a value that is none", wrong: () => aWish("C-9", { currency: "XYZ" }), code: "INPUT_INVALID" },
    { name: "a field nobody writes", wrong: () => aWish("C-9", { number: "P-1" }), code: "FIELD_NOT_ALLOWED" },
  ])("are not made, none of them, with $name among them", async ({ wrong, code }) => {
    expect(await codesOf(make([aWish("C-1"), aWish("C-2"), wrong()]))).toEqual([code]);
    expect(await made("C-")).toEqual([]);
  });

  it("are made by those who may, nobody else", async () => {
    expect(await codesOf(make([aWish("D-1"), aWish("D-2")], "chen"))).toEqual(["NOT_ALLOWED"]);
  });

  it("come from a file, all but the row that only the door refuses", async () => {
    const path = join(folder, "batch.csv");
    const skus = Array.from({ length: 40 }, (_none, index) => `F-${String(index).padStart(2, "0")}`);
    await writeFile(
      path,
      ["SKU,Name,Unit,List price,Currency", ...skus.map((sku) => `${sku},Valve,pcs,1,CNY`), ""].join("\n"),
    );
    let isTaken = false;
    const desk: ImportDesk = {
      reads: createReads(firm.pool),
      door: {
        ...firm.door,
        // Somebody makes one of them by hand, after the file was compared with what is stored.
        createRecords: async (...batch) => {
          if (!isTaken) await firm.door.createRecord("product", aWish("F-17"), firm.as("tom"));
          isTaken = true;
          return firm.door.createRecords(...batch);
        },
      },
    };
    const personId = firm.people.tom;
    const { id } = await startImport(desk, {
      commandId: randomUUID(),
      type: "product",
      path,
      fileName: "batch.csv",
      mapping: null,
      keepValidOnly: false,
      personId,
    });
    await runImport(desk, id);
    expect(await importStatus(desk.reads, id, personId)).toMatchObject({ state: "done", created: 39, refused: 1 });
    expect(
      await firm.rows("SELECT row, problems -> 0 ->> 'code' AS code FROM import_row WHERE status = 'refused'"),
    ).toEqual([{ row: 19, code: "DUPLICATE" }]);
    expect((await made("F-")).filter(({ audited }) => audited === 1)).toHaveLength(39);
  });
});
