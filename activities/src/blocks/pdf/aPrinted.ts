import { getDocument } from "pdfjs-dist/legacy/build/pdf.mjs";
import type { PrintedLine, QuoteDocument } from "./quoteDocument.ts";

/** Terms in Chinese that go over a page. */
export const TERMS =
  "一、付款方式：合同签订后七个工作日内预付30%，发货前支付60%，验收合格后三十日内支付余款10%。逾期付款的，每逾期一日按应付未付金额的万分之五支付违约金。二、质保期：自验收合格之日起二十四个月；质保期内因产品质量问题产生的维修、更换及差旅费用由卖方承担（人为损坏除外）。".repeat(
    6,
  );

/** A line of a quote as hard to print as they come: Chinese, long, without any space. */
export const aLine = (index: number): PrintedLine => ({
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
/** A quote of forty such lines. */
export const aQuote = (given: Partial<QuoteDocument> = {}): QuoteDocument => ({
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

/** What stands on each page of a PDF, and where. */
export const pagesOf = async (content: Uint8Array): Promise<{ width: number; height: number; pieces: Piece[] }[]> => {
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
/** A text without its spaces: a printed one has lost where they were. */
export const bare = (text: string): string => text.replaceAll(/\s+/g, "");

/** What a reader would see wrong: texts over an edge, texts over each other, hyphens in Chinese, closing signs at a line's beginning. */
export const faultsOf = (pages: Awaited<ReturnType<typeof pagesOf>>) => ({
  cut: pages.flatMap(({ width, height, pieces }) =>
    pieces.filter(
      ({ left, right, bottom, top }) => left < 39 || right > width - 39 || bottom < 20 || top > height - 20,
    ),
  ),
  overlapping: pages.flatMap(({ pieces }) =>
    pieces.flatMap((a, index) =>
      pieces
        .slice(index + 1)
        .filter((b) => {
          const across = Math.min(a.right, b.right) - Math.max(a.left, b.left);
          const along = Math.min(a.top, b.top) - Math.max(a.bottom, b.bottom);
          return across > 1 && along > 2.5;
        })
        .map((b) => [a.text, b.text]),
    ),
  ),
  broken: pages
    .flatMap(({ pieces }) => pieces.map(({ text }) => text.trim()))
    .filter((text) => /[\u4e00-\u9fff]-$/.test(text) || /^[，。、；：）]/.test(text)),
});
/** A page as it should be. */
export const NO_FAULTS = { cut: [], overlapping: [], broken: [] };
/** All that a page says. */
export const textOf = ({ pieces }: { readonly pieces: readonly Piece[] }): string =>
  bare(pieces.map(({ text }) => text).join(""));
