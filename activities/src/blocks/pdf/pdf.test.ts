import { randomUUID } from "node:crypto";
import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { folderFiles } from "../../files/folderFiles.ts";
import { aLine, aQuote, TERMS } from "./fixture/aQuote.ts";
import { bare, faultsOf, NO_FAULTS, pagesOf, textOf } from "./fixture/printedPages.ts";
import { type MadeFile, pdf } from "./pdf.ts";
import { printQuote } from "./printQuote.ts";

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

  it("cuts nothing at an edge, lets no two texts overlap, and breaks Chinese as it is broken", () => {
    expect(faultsOf(pages)).toEqual(NO_FAULTS);
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

  const textOfFile = async (input: Parameters<typeof block.perform>[0]["input"]): Promise<unknown> => {
    const ending = await block.perform({
      caseId: "c1",
      idempotencyKey: randomUUID(),
      input: { quote: "q1", ...input },
    });
    if (ending.ending !== "done") return ending;
    const file = await folderFiles(folder).read(noted.at(-1)?.place ?? "");
    return (await pagesOf(new Uint8Array(file ?? []))).map(textOf).join("");
  };

  it.each([
    { name: "in the document's language", opening: { en: "Hello", zh: "您好" }, holds: "您好", lacks: "Hello" },
    { name: "in English where there is no Chinese", opening: { en: "Hello", zh: "" }, holds: "Hello", lacks: "您好" },
    { name: "the same in both", opening: "Hello −5%", holds: "Hello-5%", lacks: "−" },
    { name: "nothing for nothing", opening: null, holds: "品名", lacks: "null" },
  ])("prints its texts $name", { timeout: 30_000 }, async ({ opening, holds, lacks }) => {
    const printed = await textOfFile({ opening });
    expect(printed).toContain(holds);
    expect(printed).not.toContain(lacks);
  });

  it.each([
    { name: "6,000 characters", closing: "长".repeat(6_000) },
    { name: "200 lines", closing: Array.from({ length: 200 }, () => "长").join("\n") },
  ])("prints a text of $name", { timeout: 30_000 }, async ({ closing }) => {
    expect(await textOfFile({ closing })).toEqual(expect.stringContaining("品名"));
  });

  it.each([
    { name: "6,001 characters", given: "长".repeat(6_001), reason: "the text is too long" },
    { name: "201 lines", given: "长\n".repeat(200) + "长", reason: "the text is too long" },
    { name: "no text", given: 5, reason: "what is to be printed is not a text" },
  ])("prints no quote with $name before or after it", async ({ given, reason }) => {
    const answer = { ending: "notDone", reason, again: false };
    expect([await textOfFile({ opening: given }), await textOfFile({ closing: given })]).toEqual([answer, answer]);
  });

  it("prints nothing that must not be printed", async () => {
    const before = noted.length;
    expect(await print("unsigned")).toEqual({
      ending: "notDone",
      reason: "the quote cannot be printed (COST_NOT_SIGNED)",
      again: false,
    });
    expect(noted).toHaveLength(before);
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
