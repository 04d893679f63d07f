import { randomUUID } from "node:crypto";
import { mkdtemp, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import {
  createReads,
  importStatus,
  previewImport,
  runImport,
  startImport,
  undoImport,
  type ImportDesk,
} from "@sluice/records";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { aFirm, type TestFirm } from "../support/aFirm.ts";
import { codesOf } from "../support/codesOf.ts";

/** 产品编码,名称,单位,目录价,成本,币种 in GB18030, as a spreadsheet in China saves it. */
const GB_HEAD = Buffer.from("b2fac6b7b1e0c2eb2cc3fbb3c62cb5a5cebb2cc4bfc2bcbcdb2cb3c9b1be2cb1d2d6d60d0a", "hex");
const GB_VALVE = Buffer.from("b7a7c3c5", "hex"); // 阀门

describe("imports", () => {
  let firm: TestFirm;
  let desk: ImportDesk;
  let folder: string;
  beforeAll(async () => {
    firm = await aFirm();
    desk = { reads: createReads(firm.pool), door: firm.door };
    folder = await mkdtemp(join(tmpdir(), "import-"));
  });
  afterAll(async () => {
    await firm.close();
    await rm(folder, { recursive: true });
  });

  const aFile = async (content: string | Buffer): Promise<string> => {
    const path = join(folder, `${randomUUID()}.csv`);
    await writeFile(path, content);
    return path;
  };
  const preview = async (content: string | Buffer, by: "tom" | "chen" = "tom") =>
    previewImport(desk.reads, { type: "product", path: await aFile(content), mapping: null }, firm.people[by]);
  const start = async (path: string, keepValidOnly = false) => {
    const { id } = await startImport(desk, {
      commandId: randomUUID(),
      type: "product",
      path,
      fileName: "products.csv",
      mapping: null,
      keepValidOnly,
      personId: firm.people.tom,
    });
    await runImport(desk, id);
    return importStatus(desk.reads, id, firm.people.tom);
  };
  const head = "SKU,Name,Unit,List price,Cost,Currency\n";
  const aRow = (sku: string, price = "10.5") => `${sku},Valve,pcs,${price},5,CNY\n`;
  const skus = async (prefix: string) =>
    (
      await firm.rows<{ sku: string }>(
        "SELECT sku FROM product WHERE sku LIKE $1 AND deleted_at IS NULL ORDER BY sku",
        [`${prefix}%`],
      )
    ).map(({ sku }) => sku);

  it("understands GB18030, suggests the columns and writes 300 products", async () => {
    const rows = Array.from({ length: 300 }, (_none, index) => [
      Buffer.from(`GB-${index},`),
      GB_VALVE,
      Buffer.from(`,pcs,"1,${String(index).padStart(3, "0")}.50",12.3456,CNY\r\n`),
    ]).flat();
    const file = Buffer.concat([GB_HEAD, ...rows]);
    const told = await preview(file);
    expect(told).toMatchObject({
      encoding: "gb18030",
      delimiter: ",",
      totalRows: 300,
      validRows: 300,
      errorCount: 0,
      mapping: { 产品编码: "sku", 名称: "name", 单位: "unit", 目录价: "listPrice", 成本: "cost", 币种: "currency" },
    });
    expect(await start(await aFile(file))).toMatchObject({ state: "done", total: 300, created: 300, refused: 0 });
    expect(await firm.rows("SELECT name, list_price FROM product WHERE sku = 'GB-7'")).toEqual([
      { name: "阀门", list_price: "1007.5000" },
    ]);
  });

  it.each([
    {
      name: "UTF-8 with a mark",
      content: Buffer.from(`\uFEFF${head}${aRow("U-1")}`),
      encoding: "utf-8",
      delimiter: ",",
    },
    {
      name: "semicolons",
      content: Buffer.from((head + aRow("U-2")).replaceAll(",", ";")),
      encoding: "utf-8",
      delimiter: ";",
    },
    {
      name: "tabs in UTF-16",
      content: Buffer.from(`\uFEFF${(head + aRow("U-3")).replaceAll(",", "\t")}`, "utf16le"),
      encoding: "utf-16le",
      delimiter: "\t",
    },
  ])("reads $name", async ({ content, encoding, delimiter }) => {
    expect(await preview(content)).toMatchObject({ encoding, delimiter, totalRows: 1, validRows: 1, errors: [] });
  });

  it("shows every error in its place and writes nothing until the person keeps the valid rows", async () => {
    await start(await aFile(head + aRow("E-0")));
    const content =
      head +
      aRow("E-1") +
      aRow("E-2", "1e3") +
      aRow("E-1") +
      aRow("E-0") +
      aRow("", "1") +
      aRow("E-3", "0.00001") +
      `E-4,"=cmd|' /C calc'!A0",pcs,1,,CNY\n` +
      "E-5,Valve,pcs,1,,XYZ\n";
    const told = await preview(content);
    expect(
      told.errors.map(({ row, column, problem }) =>
        [row, column, problem.code, problem.values["reason"]].filter((part) => part !== undefined),
      ),
    ).toEqual([
      [3, "List price", "INPUT_INVALID", "notADecimal"],
      [4, "SKU", "DUPLICATE"],
      [5, "SKU", "DUPLICATE"],
      [6, "SKU", "REQUIRED_FIELD"],
      [7, "List price", "INPUT_INVALID", "tooManyPlaces"],
      [9, "Currency", "INPUT_INVALID", "notAChoice"],
    ]);
    expect(await codesOf(start(await aFile(content)))).toContain("DUPLICATE");
    expect(await skus("E-")).toEqual(["E-0"]);
    expect(await start(await aFile(content), true)).toMatchObject({ state: "done", created: 2, refused: 6 });
    expect(await skus("E-")).toEqual(["E-0", "E-1", "E-4"]);
  });

  it.each([
    { name: "an empty file", content: "", reason: "empty" },
    { name: "bytes that are no text", content: Buffer.from([0xff, 0x00, 0x81, 0x20, 0x80]), reason: "unknownEncoding" },
    { name: "two columns of one name", content: "SKU,SKU\n1,2\n", reason: "repeatedColumn" },
  ])("refuses $name", async ({ content, reason }) => {
    await expect(preview(content)).rejects.toMatchObject({ problems: [{ code: "INPUT_INVALID", values: { reason } }] });
  });

  it("is for those who may create products", async () => {
    expect(await codesOf(preview(head, "chen"))).toEqual(["NOT_ALLOWED"]);
  });

  it("is booked once and written once, however often it is asked for and run", async () => {
    const [path, commandId] = [await aFile(head + aRow("O-1") + aRow("O-2")), randomUUID()];
    const command = {
      commandId,
      type: "product",
      path,
      fileName: "o.csv",
      mapping: null,
      keepValidOnly: false,
      personId: firm.people.tom,
    };
    await Promise.all([startImport(desk, command), startImport(desk, command)]);
    await Promise.all([runImport(desk, commandId), runImport(desk, commandId)]);
    await runImport(desk, commandId);
    expect(await skus("O-")).toEqual(["O-1", "O-2"]);
    expect(await importStatus(desk.reads, commandId, firm.people.tom)).toMatchObject({
      state: "done",
      created: 2,
      refused: 0,
    });
  });

  it("is undone row by row, but for what someone has worked on since", async () => {
    const { id } = await start(await aFile(head + aRow("R-1") + aRow("R-2") + aRow("R-3")));
    const [touched] = await firm.rows<{ id: string }>("SELECT id FROM product WHERE sku = 'R-2'");
    await firm.door.patchRecord(
      "product",
      { commandId: randomUUID(), id: String(touched?.id), version: 1, fields: { listPrice: "11" } },
      firm.as("tom"),
    );
    const undone = await undoImport(desk, id, firm.people.tom);
    expect(undone).toMatchObject({ removed: 2, kept: [{ id: touched?.id, row: 3 }] });
    expect(await skus("R-")).toEqual(["R-2"]);
    expect(await undoImport(desk, id, firm.people.tom)).toEqual(undone);
  });

  it("is nobody else's to see or undo", async () => {
    const { id } = await start(await aFile(head + aRow("N-1")));
    expect(await codesOf(importStatus(desk.reads, id, firm.people.mei))).toEqual(["NOT_FOUND"]);
    expect(await codesOf(undoImport(desk, id, firm.people.mei))).toEqual(["NOT_FOUND"]);
  });
});
