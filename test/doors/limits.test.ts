import { randomUUID } from "node:crypto";
import { mkdtemp, open, rm, writeFile } from "node:fs/promises";
import { request } from "node:http";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { createReads, importStatus, previewImport, runImport, startImport } from "@sluice/records";
import fc from "fast-check";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { aBrowser, type Browser } from "../support/aBrowser.ts";
import { aServer, type TestServer } from "../support/aServer.ts";
import { codesOf } from "../support/codesOf.ts";

const MB = 1024 * 1024;
const CELLS = ["", "A", "1", "1.5", "CNY", "pcs", "=1", "-5", '"', "\u0000", "\ufeff", "是", "\ud83c", "1e9"];
const HEAD = "SKU,Name,Unit,List price,Currency\n";

describe("files that ask too much", () => {
  let server: TestServer;
  let tom: Browser;
  let folder: string;
  beforeAll(async () => {
    server = await aServer();
    tom = aBrowser(server);
    await tom.signIn(server.emailOf("tom"));
    folder = await mkdtemp(join(tmpdir(), "limits-"));
  });
  afterAll(async () => {
    await server[Symbol.asyncDispose]();
    await rm(folder, { recursive: true });
  });

  const aFile = async (content: string | Uint8Array): Promise<string> => {
    const path = join(folder, `${randomUUID()}.csv`);
    await writeFile(path, content);
    return path;
  };
  const wish = (path: string) => ({ type: "product", path, mapping: null });
  const preview = (path: string) => previewImport(createReads(server.firm.pool), wish(path), server.firm.people.tom);

  it("one that says it is too large is refused before it is sent", async () => {
    const { hostname, port } = new URL(server.address);
    const answered = await new Promise<{ status: number; text: string }>((resolve, reject) => {
      const sending = request({
        hostname,
        port,
        method: "POST",
        path: "/files",
        headers: {
          cookie: tom.cookie(),
          origin: server.address,
          "content-type": "multipart/form-data; boundary=x",
          "content-length": String(400 * MB),
        },
      });
      sending.on("response", (response) => {
        let text = "";
        response.on("data", (chunk: Buffer) => (text += chunk.toString("utf8")));
        response.on("end", () => {
          resolve({ status: response.statusCode ?? 0, text });
          sending.destroy();
        });
      });
      sending.on("error", reject);
      sending.write('--x\r\ncontent-disposition: form-data; name="file"; filename="a.csv"\r\n\r\nSKU\n');
    });
    expect(answered.status).toBe(413);
    expect(answered.text).toContain("200 MB");
  });

  it("one of more than 200 MB is not read at all", async () => {
    const path = await aFile("");
    const file = await open(path, "r+");
    await file.truncate(200 * MB + 1);
    await file.close();
    expect(await codesOf(preview(path))).toEqual(["INPUT_TOO_LARGE"]);
  });

  it.each([
    { name: "a date for a price", cell: "2026-02-28", codes: ["INPUT_INVALID"] },
    { name: "a price beyond what money holds", cell: "9999999999999999.9999", codes: ["INPUT_INVALID"] },
    { name: "the largest price", cell: "999999999999999.9999", codes: [], stored: "999999999999999.9999" },
    { name: "a price finer than money", cell: "1.00001", codes: ["INPUT_INVALID"] },
    { name: "a price in exponents", cell: "1e5", codes: ["INPUT_INVALID"] },
    { name: "a negative price", cell: "-1", codes: ["INPUT_INVALID"] },
    { name: "a price in wide digits", cell: "１２３．５", codes: [], stored: "123.5000" },
    { name: "a price with thousands", cell: '"1,234.5"', codes: [], stored: "1234.5000" },
    { name: "a price with thousands in the wrong place", cell: '"12,34.5"', codes: ["INPUT_INVALID"] },
    { name: "a formula", cell: "=1+1", codes: ["INPUT_INVALID"] },
  ])("a row with $name is exact or refused, never rounded", async ({ cell, codes, stored }) => {
    const sku = randomUUID();
    const path = await aFile(`${HEAD}${sku},𠮷野家 مرحبا 🏭,台,${cell},CNY\n`);
    const told = await preview(path);
    expect(told.errors.map((it) => it.problem.code)).toEqual(codes);
    if (stored === undefined) return;
    const commandId = randomUUID();
    const desk = { reads: createReads(server.firm.pool), door: server.firm.door };
    await startImport(desk, {
      ...wish(path),
      commandId,
      fileName: "a.csv",
      keepValidOnly: false,
      personId: server.firm.people.tom,
    });
    await runImport(desk, commandId);
    expect(await server.firm.rows("SELECT name, list_price FROM product WHERE sku = $1", [sku])).toEqual([
      { name: "𠮷野家 مرحبا 🏭", list_price: stored },
    ]);
  });

  it(
    "any bytes are previewed or refused in words, and what is written is what was said to be valid",
    {
      timeout: 180_000,
    },
    async () => {
      const cell = fc.oneof(
        { weight: 3, arbitrary: fc.constantFrom(...CELLS) },
        { weight: 1, arbitrary: fc.string({ unit: "binary", maxLength: 20 }) },
      );
      const aCsv = fc
        .tuple(
          fc.array(fc.array(cell, { minLength: 1, maxLength: 7 }), { maxLength: 8 }),
          fc.constantFrom("\n", "\r\n", "\r"),
          fc.constantFrom(",", ";", "\t"),
        )
        .map(([rows, end, by]) =>
          Buffer.from(HEAD.replaceAll(",", by).trim() + end + rows.map((row) => row.join(by)).join(end)),
        );
      const content = fc.oneof(
        { weight: 4, arbitrary: aCsv },
        { weight: 1, arbitrary: fc.uint8Array({ maxLength: 300 }).map((bytes) => Buffer.from(bytes)) },
      );
      const desk = { reads: createReads(server.firm.pool), door: server.firm.door };
      await fc.assert(
        fc.asyncProperty(content, async (bytes) => {
          const path = await aFile(bytes);
          const commandId = randomUUID();
          const codes = await codesOf(
            startImport(desk, {
              ...wish(path),
              commandId,
              fileName: "a.csv",
              keepValidOnly: true,
              personId: server.firm.people.tom,
            }),
          );
          if (codes.length > 0) return;
          const { validRows } = await preview(path);
          await runImport(desk, commandId);
          const done = await importStatus(desk.reads, commandId, server.firm.people.tom);
          expect(done).toMatchObject({ state: "done", created: validRows });
          const stored = await server.firm.rows(
            "SELECT r.row FROM import_row r JOIN product p ON p.id = r.record_id WHERE r.run_id = $1",
            [commandId],
          );
          expect(stored).toHaveLength(validRows);
        }),
        { numRuns: 40 },
      );
    },
  );
});
