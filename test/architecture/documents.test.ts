import { readFileSync } from "node:fs";
import { fileURLToPath } from "node:url";
import { recordSchemas } from "@sluice/domain";
import { catalogue } from "@sluice/problems";
import { blocks, type NodeKind, nodeSchemas } from "@sluice/process";
import { describe, expect, it } from "vitest";
import { problemsPage } from "../../scripts/problemsPage.ts";
import { canvas as english } from "../../studio/src/i18n/en/canvas.ts";
import { canvas as chinese } from "../../studio/src/i18n/zh/canvas.ts";

const read = (path: string): string => readFileSync(fileURLToPath(new URL(`../../${path}`, import.meta.url)), "utf8");
const glossary = read("docs/glossary.md");
const kinds = Object.keys(nodeSchemas) as NodeKind[];
const terms = [
  ...kinds.map((code) => ({ code, en: english.kind[code].name, zh: chinese.kind[code].name })),
  ...Object.values(blocks).map(({ key, name }) => ({ code: key, ...name })),
  ...Object.values(recordSchemas).map(({ type, label }) => ({ code: type, ...label })),
];

describe("the documents keep step with the code", () => {
  it("has a heading in docs/problems.md for each code, in the catalogue's words (npm run problems writes it)", () => {
    expect(read("docs/problems.md")).toBe(problemsPage());
  });

  it.each(Object.entries(catalogue))("says %s in both languages, with the same places to fill", (_code, { en, zh }) => {
    const places = (text: string) => [...text.matchAll(/\{(\w+)\}/g)].map((match) => match[1] ?? "").toSorted();
    expect(zh).toMatch(/\p{Script=Han}/u);
    expect(places(zh)).toEqual(places(en));
  });

  it.each(terms)("calls $code by the screens' own words in the glossary: $en, $zh", ({ code, en, zh }) => {
    const lines = glossary.split("\n").filter((line) => line.includes(`\`${code}\``));
    expect(lines).toContainEqual(
      expect.stringMatching(new RegExp(`^\\|[^|]*\\b${en}\\b[^|]*\\|[^|]*${zh}[^|]*\\|`, "i")),
    );
  });

  it("has every line of the glossary in both languages, and no term twice", () => {
    const rows = [...glossary.matchAll(/^\| ([^|]+) \| ([^|]+) \| ([^|]+) \|/gm)].filter(
      ([, first]) => first !== "English" && !first?.startsWith("---"),
    );
    expect(rows.length).toBeGreaterThan(60);
    expect(rows.filter(([, , zh]) => !/\p{Script=Han}|PDF/u.test(zh ?? "")).map(([row]) => row)).toEqual([]);
    const english = rows.flatMap(([, en]) => (en ?? "").split(", "));
    expect(english.filter((term, index) => english.indexOf(term) !== index)).toEqual([]);
  });
});
