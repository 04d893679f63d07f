import { randomUUID } from "node:crypto";
import { mkdtemp, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import type { ProcessDefinitionInput } from "@sluice/process";
import { createReads, importStatus, runImport, startImport, type ImportDesk } from "@sluice/records";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { aFirm, type TestFirm } from "../support/aFirm.ts";
import { codesOf } from "../support/codesOf.ts";

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
