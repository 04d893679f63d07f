import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { getDocument } from "pdfjs-dist/legacy/build/pdf.mjs";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { folderFiles } from "../../files/folderFiles.ts";
import { type MadeFile, pdf } from "./pdf.ts";
import { printQuote } from "./printQuote.ts";
import type { PrintedLine, QuoteDocument } from "./quoteDocument.ts";

const TERMS =
  "一、付款方式：合同签订后七个工作日内预付30%，发货前支付60%，验收合格后三十日内支付余款10%。逾期付款的，每逾期一日按应付未付金额的万分之五支付违约金。二、质保期：自验收合格之日起二十四个月；质保期内因产品质量问题产生的维修、更换及差旅费用由卖方承担（人为损坏除外）。".repeat(
    6,
  );

const aLine = (index: number): PrintedLine => ({
  description:
    index % 3 === 0
      ? `第${index}项 AGV导航控制器（含激光雷达、急停回路与无线网桥），适配既有三号产线，现场调试五个工作日`
      : index % 3 === 1
        ? `No. ${index} cold-store control cabinet, IP54, with remote monitoring and 24 months of on-site warranty`
        : `PARTNUMBER${index}WITHOUTANYSPACEWHATSOEVER-0123456789-ABCDEFGHIJKLMNOPQRSTUVWXYZ-${index}`,
  quantity: `${index}.5000`,
  unit: index % 2 === 0 ? "套" : "pcs",
  unitPrice: `${18_600 + index}.25`,
  discount: "0.13",
  total: `${index}23456789.01`,
});
const aQuote = (given: Partial<QuoteDocument> = {}): QuoteDocument => ({
  language: "zh",
  firm: "澜庭自动化",
  number: "Q-2026-000123",
  revision: 2,
  title: "冷库三号产线改造",
  customer: {
    name: "上海恒远电气有限公司",
    address: "上海市浦东新区张江高科技园区碧波路690号6号楼202室",
    contact: "赵喆堃",
  },
  issuedOn: "2026-11-22",
  validUntil: "2026-12-22",
  currency: "CNY",
  lines: Array.from({ length: 40 }, (_, index) => aLine(index + 1)),
  listTotal: "98765432109.99",
  discount: "0.05",
  total: "93827160504.49",
  note: "交货期：合同生效后六周。",
  terms: TERMS,
  ...given,
});

interface Piece {
  readonly text: string;
  readonly left: number;
  readonly right: number;
  readonly bottom: number;
  readonly top: number;
}

const pagesOf = async (content: Uint8Array): Promise<{ width: number; height: number; pieces: Piece[] }[]> => {
  const document = await getDocument({ data: new Uint8Array(content), useSystemFonts: false, verbosity: 0 }).promise;
  const pages = [];
  for (let number = 1; number <= document.numPages; number += 1) {
    const page = await document.getPage(number);
    const { width, height } = page.getViewport({ scale: 1 });
    const { items } = await page.getTextContent();
    const pieces = items.flatMap((item): Piece[] => {
      if (!("str" in item) || item.str.trim() === "") return [];
      const [, , , , left, bottom] = item.transform as [number, number, number, number, number, number];
      return [{ text: item.str, left, right: left + item.width, bottom, top: bottom + item.height }];
    });
    pages.push({ width, height, pieces });
  }
  return pages;
};
const bare = (text: string): string => text.replaceAll(/\s+/g, "");

let content: Uint8Array;
let pages: Awaited<ReturnType<typeof pagesOf>>;
beforeAll(async () => {
  content = await printQuote(aQuote());
  pages = await pagesOf(content);
}, 60_000);

describe("printed quote", () => {
  it("goes over several pages, each with the table's head and its number", () => {
    expect(pages.length).toBeGreaterThan(2);
    pages.forEach(({ pieces }, index) => {
      const text = bare(pieces.map((piece) => piece.text).join(""));
      expect(text).toContain("品名");
      expect(text).toContain(`${index + 1}/${pages.length}`);
    });
  });

  it("holds every text whole", () => {
    const quote = aQuote();
    const columns = pages.flatMap(({ pieces }) => pieces);
    const items = bare(
      columns
        .filter(({ left }) => left >= 60 && left < 228)
        .map(({ text }) => text)
        .join(""),
    );
    const all = bare(columns.map(({ text }) => text).join(""));

    expect(quote.lines.filter(({ description }) => !items.includes(bare(description)))).toEqual([]);
    expect(all).toContain("赵喆堃");
    expect(all).toContain("¥93,827,160,504.49");
    const onTermsPages = bare(
      pages
        .flatMap(({ pieces }) => pieces.filter(({ top, bottom }) => bottom > 45 && top < 840))
        .map(({ text }) => text)
        .join(""),
    );
    const sentences = TERMS.slice(0, TERMS.length / 6).split(/(?<=[，。；：])/);
    expect(sentences.filter((sentence) => onTermsPages.split(bare(sentence)).length - 1 < 4)).toEqual([]);
  });

  it("cuts nothing at an edge", () => {
    for (const { width, height, pieces } of pages) {
      expect(
        pieces.filter(
          ({ left, right, bottom, top }) => left < 39 || right > width - 39 || bottom < 20 || top > height - 20,
        ),
      ).toEqual([]);
    }
  });

  it("lets no two texts overlap", () => {
    for (const { pieces } of pages) {
      const overlapping = pieces.flatMap((a, index) =>
        pieces
          .slice(index + 1)
          .filter((b) => {
            const across = Math.min(a.right, b.right) - Math.max(a.left, b.left);
            const along = Math.min(a.top, b.top) - Math.max(a.bottom, b.bottom);
            return across > 1 && along > 2.5;
          })
          .map((b) => [a.text, b.text]),
      );
      expect(overlapping).toEqual([]);
    }
  });

  it("draws no hyphen where Chinese wraps, and begins no line with closing punctuation", () => {
    const texts = pages.flatMap(({ pieces }) => pieces.map(({ text }) => text.trim()));

    expect(texts.filter((text) => /[\u4e00-\u9fff]-$/.test(text) || /^[，。、；：）]/.test(text))).toEqual([]);
  });

  it("gives the same bytes for the same quote", async () => {
    expect(Buffer.compare(await printQuote(aQuote()), content)).toBe(0);
  });

  it("prints a description longer than a page", { timeout: 30_000 }, async () => {
    const description = "长".repeat(2_500) + "完";
    const long = await pagesOf(await printQuote(aQuote({ lines: [{ ...aLine(1), description }], terms: "" })));

    expect(bare(long.flatMap(({ pieces }) => pieces.map(({ text }) => text)).join("")).split("长").length - 1).toBe(
      2_500,
    );
  });

  it("is refused with the characters that its font lacks, which would leave empty boxes", async () => {
    const quote = aQuote({ title: "𠮷野家 🚚 改造", note: "e\u0301\n第二行\t🚚", lines: [aLine(1)] });

    await expect(printQuote(quote)).rejects.toMatchObject({
      problems: [{ code: "TEXT_UNPRINTABLE", values: { characters: expect.stringContaining("𠮷 🚚") } }],
    });
  });

  it("prints in English, with markup as text", async () => {
    const [page] = await pagesOf(
      await printQuote(aQuote({ language: "en", title: "<script>alert(1)</script>", lines: [aLine(1)], terms: "" })),
    );

    const text = bare(page?.pieces.map((piece) => piece.text).join("") ?? "");
    expect(text).toContain("QuotationQ-2026-000123");
    expect(text).toContain("<script>alert(1)</script>");
  });
});

describe("pdf", () => {
  const folder = mkdtempSync(join(tmpdir(), "sluice-pdf-"));
  afterAll(() => rmSync(folder, { recursive: true, force: true }));
  const noted: MadeFile[] = [];
  const block = pdf({
    files: folderFiles(folder),
    quote: async (id) =>
      id === "q2" ? null : aQuote({ lines: [aLine(1)], terms: "", title: id === "q3" ? "🚚" : "改造" }),
    against: async (id) => (id === "unsigned" ? ["COST_NOT_SIGNED"] : []),
    note: async (file) => `file-${noted.push(file)}`,
  });
  const print = (quote: string) => block.perform({ caseId: "c1", idempotencyKey: "c1:pdf-1", input: { quote } });

  it("keeps the file and names it after the quote", async () => {
    expect(await print("q1")).toEqual({ ending: "done", output: { file: "file-1", name: "Q-2026-000123.pdf" } });
    expect(
      Buffer.from((await folderFiles(folder).read(noted[0]?.place ?? "")) ?? [])
        .subarray(0, 5)
        .toString(),
    ).toBe("%PDF-");
  });

  it("prints nothing that must not be printed", async () => {
    expect(await print("unsigned")).toEqual({
      ending: "notDone",
      reason: "the quote cannot be printed (COST_NOT_SIGNED)",
      again: false,
    });
    expect(noted).toHaveLength(1);
  });

  it("says so when it cannot be printed as it is written, and does not try again", async () => {
    expect(await print("q3")).toEqual({
      ending: "notDone",
      reason: "the quote cannot be printed (TEXT_UNPRINTABLE)",
      again: false,
    });
  });

  it("says so when the quote is gone", async () => {
    expect(await print("q2")).toEqual({ ending: "notDone", reason: "the quote is not there", again: false });
  });
});
