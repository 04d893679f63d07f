import { mkdtemp, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { recordSchemas } from "@sluice/domain";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { readImport, type ImportOrder, type ImportPart } from "./readImport.ts";

describe("readImport", () => {
  let folder: string;
  beforeAll(async () => {
    folder = await mkdtemp(join(tmpdir(), "read-import-"));
  });
  afterAll(() => rm(folder, { recursive: true }));

  const read = async (content: string | Buffer, order: Partial<ImportOrder> = {}): Promise<readonly ImportPart[]> => {
    const path = join(folder, "file.csv");
    await writeFile(path, content);
    const parts: ImportPart[] = [];
    for await (const part of readImport({
      path,
      schema: recordSchemas.product,
      uniqueField: "sku",
      mapping: null,
      defaults: {},
      ...order,
    }))
      parts.push(part);
    return parts;
  };
  const head = "SKU,Name,Unit,List price,Currency\n";
  const rowsOf = (parts: readonly ImportPart[]) => parts.flatMap((part) => (part.part === "rows" ? part.valid : []));
  const problemsOf = (parts: readonly ImportPart[]) =>
    parts.flatMap((part) =>
      part.part === "rows"
        ? part.problems.map(({ row, column, problem }) => [row, column, problem.values["reason"] ?? problem.code])
        : part.part === "refused"
          ? [[part.problem.code, part.problem.values["reason"]]]
          : [],
    );

  it.each([
    { name: "line feeds", content: `${head}A,Valve,pcs,1,CNY\nB,Pipe,pcs,2,CNY` },
    {
      name: "returns and line feeds around quotes",
      content: `${head}"A","Valve","pcs","1","CNY"\nB,Pipe,pcs,2,"CNY"\n`.replaceAll("\n", "\r\n"),
    },
    { name: "returns alone", content: `${head}A,Valve,pcs,1,CNY\nB,Pipe,pcs,2,CNY\n`.replaceAll("\n", "\r") },
    { name: "empty rows between", content: `${head}\n,,,,\nA,Valve,pcs,1,CNY\n   \nB,Pipe,pcs,2,CNY\n\n` },
  ])("reads rows that end with $name", async ({ content }) => {
    expect(
      rowsOf(await read(content)).map(({ fields }) => [fields["sku"], fields["listPrice"], fields["currency"]]),
    ).toEqual([
      ["A", "1", "CNY"],
      ["B", "2", "CNY"],
    ]);
  });

  it("keeps commas, quotes and line breaks inside quotes", async () => {
    const content = `SKU,Name,Unit,List price,Currency,Description\nA,"Valve, ""brass""",pcs,1,CNY,"two\nlines"\n`;
    expect(rowsOf(await read(content))[0]?.fields).toMatchObject({ name: 'Valve, "brass"', description: "two\nlines" });
  });

  it("reads characters that a chunk cuts in two", async () => {
    const name = "𠮷野家阀门";
    const rows = Array.from({ length: 30_000 }, (_none, index) => `S${index},${name},件,1,CNY`).join("\n");
    const read_ = rowsOf(await read(head + rows));
    expect(read_.length).toBe(30_000);
    expect(read_.every(({ fields }) => fields["name"] === name)).toBe(true);
  });

  it.each([
    { name: "as many rows as allowed", rows: 3, problems: [] },
    { name: "one row more", rows: 4, problems: [["INPUT_TOO_LARGE", undefined]] },
  ])("takes $name", async ({ rows, problems }) => {
    const content = head + Array.from({ length: rows }, (_none, index) => `S${index},Valve,pcs,1,CNY\n`).join("");
    expect(problemsOf(await read(content, { mostRows: 3 }))).toEqual(problems);
  });

  it("gives up a quote that never closes", async () => {
    expect(problemsOf(await read(`${head}A,"Valve${"x\n".repeat(6 * 1024 * 1024)}`))).toEqual([
      ["INPUT_TOO_LARGE", undefined],
    ]);
  });

  it("refuses a cell that is too long, and a row with more cells than the head, in their place", async () => {
    const content = `${head}A,"${"a".repeat(20_001)}",pcs,1,CNY\nB,Valve,pcs,1,CNY,7\n`;
    expect(problemsOf(await read(content))).toEqual([
      [2, "Name", "cellTooLong"],
      [3, null, "tooManyCells"],
    ]);
  });

  it("fills what no column feeds, and follows the mapping that was given", async () => {
    const parts = await read("Code,What,Price\nA,Valve,1\n", {
      mapping: { Code: "sku", What: "name", Price: "listPrice" },
      defaults: { unit: "pcs", currency: "EUR" },
    });
    expect(rowsOf(parts)[0]?.fields).toMatchObject({ sku: "A", unit: "pcs", currency: "EUR" });
  });

  it("never writes a field that the machine keeps", async () => {
    const parts = await read(`${head.trim()},createdAt\nA,Valve,pcs,1,CNY,2020-01-01T00:00:00Z\n`, {
      mapping: {
        SKU: "sku",
        Name: "name",
        Unit: "unit",
        "List price": "listPrice",
        Currency: "currency",
        createdAt: "createdAt",
      },
    });
    expect(problemsOf(parts)).toEqual([[2, "createdAt", "FIELD_NOT_ALLOWED"]]);
  });
});
