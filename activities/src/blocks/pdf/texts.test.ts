import { describe, expect, it } from "vitest";
import { aLine, aQuote } from "./fixture/aQuote.ts";
import { bare, faultsOf, NO_FAULTS, pagesOf, textOf } from "./fixture/printedPages.ts";
import { printQuote } from "./printQuote.ts";

describe("the texts of a process on a printed quote", () => {
  const greeting = "尊敬的客户：感谢您的询价（含安装与调试），我们很高兴为贵公司提供以下报价。";

  it("stand before its lines and at its end", { timeout: 30_000 }, async () => {
    const quote = aQuote({
      lines: [aLine(1)],
      terms: "七天",
      opening: `${greeting}\n\n第二段`,
      closing: "以上报价含税。",
    });
    const whole = (await pagesOf(await printQuote(quote))).map(textOf).join("");
    const places = [bare(greeting), "第二段", "品名", "总计", "七天", "以上报价含税。"].map((text) =>
      whole.indexOf(text),
    );
    expect(places).toEqual(places.toSorted((a, b) => a - b));
    expect(Math.min(...places)).toBeGreaterThan(0);
  });

  it(
    "are whole over several pages, and the table's head stands over every page of lines",
    { timeout: 30_000 },
    async () => {
      const paragraphs = Array.from({ length: 30 }, (_, index) => `P${index}）${greeting.repeat(4)}`);
      const quote = aQuote({ opening: paragraphs.join("\n"), closing: paragraphs.join("\n"), terms: "" });
      const printed = await pagesOf(await printQuote(quote));
      expect(faultsOf(printed)).toEqual(NO_FAULTS);
      const whole = printed
        .map(({ pieces }) => textOf({ pieces: pieces.filter(({ bottom }) => bottom > 45) }))
        .join("");
      expect(paragraphs.filter((text) => whole.split(bare(text)).length !== 3)).toEqual([]);
      const withLines = printed.map(textOf).filter((text) => text.includes("No.") || text.includes("AGV导航"));
      expect(withLines.length).toBeGreaterThan(1);
      expect(withLines.filter((text) => !text.includes("品名"))).toEqual([]);
    },
  );

  it.each([40, 42, 44])(
    "leave no head of the table alone under %i lines of text",
    { timeout: 30_000 },
    async (count) => {
      const opening = Array.from({ length: count }, (_, index) => `段落${index}`).join("\n");
      const lines = [aLine(2), aLine(5)].map((line) => ({ ...line, description: "阀门" }));
      const printed = (await pagesOf(await printQuote(aQuote({ opening, lines, terms: "" })))).map(textOf);
      expect(printed.filter((text) => text.includes("品名") && !text.includes("阀门"))).toEqual([]);
    },
  );
});
