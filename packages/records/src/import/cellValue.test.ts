import { recordSchemas, type FieldSchema } from "@sluice/domain";
import { describe, expect, it } from "vitest";
import { cellValue } from "./cellValue.ts";
import { csvCell, csvLine } from "./csvCell.ts";
import { suggestMapping } from "./suggestMapping.ts";

const label = { en: "Field", zh: "字段" };

describe("cellValue", () => {
  it.each<{ type: FieldSchema["type"]; cell: string; value: unknown; delimiter?: string }>([
    { type: "money", cell: " ¥1,234.50 ", value: "1234.50" },
    { type: "money", cell: "１２３４．５", value: "1234.5" },
    { type: "money", cell: "1,23", value: "1,23" },
    { type: "money", cell: "1,234", value: "1,234", delimiter: ";" },
    { type: "money", cell: "1.234,50", value: "1.234,50" },
    { type: "money", cell: "1e3", value: "1e3" },
    { type: "share", cell: "13%", value: "0.13" },
    { type: "share", cell: "12.5 ％", value: "0.125" },
    { type: "share", cell: "0.13", value: "0.13" },
    { type: "share", cell: "a%", value: "a%" },
    { type: "date", cell: "2026/3/5", value: "2026-03-05" },
    { type: "date", cell: "2026年12月31日", value: "2026-12-31" },
    { type: "date", cell: "5/3/2026", value: "5/3/2026" },
    { type: "boolean", cell: "是", value: true },
    { type: "boolean", cell: "No", value: false },
    { type: "boolean", cell: "maybe", value: "maybe" },
    { type: "text", cell: "=1+1", value: "=1+1" },
    { type: "text", cell: "  ", value: null },
  ])("reads $cell as $type: $value", ({ type, cell, value, delimiter = "," }) => {
    expect(cellValue(cell, { type, label }, delimiter)).toBe(value);
  });

  it.each([
    { cell: "重点客户", key: "key" },
    { cell: "a", key: "A" },
    { cell: "D", key: "D" },
  ])("reads the choice $cell by key or label: $key", ({ cell, key }) => {
    const { grade } = recordSchemas.customer.fields;
    expect(grade === undefined ? null : cellValue(cell, grade, ",")).toBe(key);
  });
});

describe("suggestMapping", () => {
  it("knows headings in both languages, and gives each field once", () => {
    expect(
      suggestMapping(
        ["Part No.", "品名", "name", "单价", "LIST PRICE", "备注", "stage", "whatever"],
        recordSchemas.product,
      ),
    ).toEqual({
      "Part No.": "sku",
      品名: "name",
      name: null,
      单价: "listPrice",
      "LIST PRICE": null,
      备注: "description",
      stage: null,
      whatever: null,
    });
  });
});

describe("csvCell", () => {
  it.each([
    { value: "=cmd|' /C calc'!A0", cell: "'=cmd|' /C calc'!A0" },
    { value: "+86 138", cell: "'+86 138" },
    { value: "-1.5", cell: "-1.5" },
    { value: "-1+1", cell: "'-1+1" },
    { value: "@SUM(A1)", cell: "'@SUM(A1)" },
    { value: "＝1+1", cell: "'＝1+1" },
    { value: '\t="x"', cell: `"'\t=""x"""` },
    { value: 'a "b", c', cell: '"a ""b"", c"' },
    { value: "plain", cell: "plain" },
  ])("writes $value as $cell", ({ value, cell }) => {
    expect(csvCell(value)).toBe(cell);
  });

  it("ends its lines as spreadsheets expect", () => {
    expect(csvLine(["a", "b,c"])).toBe('a,"b,c"\r\n');
  });
});
