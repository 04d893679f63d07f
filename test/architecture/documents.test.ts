import { readFileSync } from "node:fs";
import { fileURLToPath } from "node:url";
import { recordSchemas } from "@sluice/domain";
import { catalogue } from "@sluice/problems";
import type { nodeSchemas } from "@sluice/process";
import { describe, expect, it } from "vitest";
import { problemsPage } from "../../scripts/problemsPage.ts";

const read = (path: string): string => readFileSync(fileURLToPath(new URL(`../../${path}`, import.meta.url)), "utf8");
const glossary = read("docs/glossary.md");

describe("the documents keep step with the code", () => {
  it("has a heading in docs/problems.md for each code, in the catalogue's words (npm run problems writes it)", () => {
    expect(read("docs/problems.md")).toBe(problemsPage());
  });

  it.each(Object.entries(catalogue))("says %s in both languages, with the same places to fill", (_code, { en, zh }) => {
    const places = (text: string) => [...text.matchAll(/\{(\w+)\}/g)].map((match) => match[1] ?? "").toSorted();
    expect(zh).toMatch(/\p{Script=Han}/u);
    expect(places(zh)).toEqual(places(en));
  });

  it.each(Object.keys(recordSchemas))("has the record type %s in the glossary", (type) => {
    expect(glossary).toContain(`\`${type}\``);
  });

  it.each(["task", "approval", "guard", "branch", "parallel", "join", "stage"] satisfies (keyof typeof nodeSchemas)[])(
    "has the step %s in the glossary",
    (kind) => {
      expect(glossary).toContain(`\`${kind}\``);
    },
  );
});
