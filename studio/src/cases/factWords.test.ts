import { recordSchemas } from "@sluice/domain";
import { messageOf, problem } from "@sluice/problems";
import type { Json } from "@sluice/process";
import { describe, expect, it } from "vitest";
import { aQuoteProcess } from "../canvas/fixture/aQuoteProcess.ts";
import { sayingsIn } from "../canvas/fixture/sayingsIn.ts";
import { withStages } from "../canvas/sayings/withStages.ts";
import { factWords } from "./factWords.ts";

const definition = aQuoteProcess();
const wang = "10098083-97a6-8a17-9331-dccb1fe47477";
const li = "10098083-97a6-8a17-9331-dccb1fe47478";
const known = (language: "en" | "zh") => {
  const sayings = sayingsIn(language);
  const names = new Map([
    [wang, "Wang Fang 王芳"],
    [li, "Li Wei 李伟"],
  ]);
  const schema = withStages(recordSchemas.quote, definition);
  return { definition, sayings: { ...sayings, catalogue: { ...sayings.catalogue, names, schema } } };
};

describe("a fact that a step looked at", () => {
  it.each<{ name: string; path?: string; value: Json; en: string; zh: string }>([
    { name: "an amount", path: "total", value: "80000", en: "80,000", zh: "80,000" },
    { name: "a share", path: "margin", value: "0.2", en: "20%", zh: "20%" },
    { name: "a stage by its name", path: "stage", value: "draft", en: "Draft", zh: "草稿" },
    { name: "a masked field as it is", path: "total", value: "•••", en: "•••", zh: "•••" },
    { name: "an empty field", path: "margin", value: null, en: "–", zh: "–" },
    { name: "who stands in a field", path: "owner", value: wang, en: "Wang Fang 王芳", zh: "Wang Fang 王芳" },
    { name: "the people found", value: [{ personId: wang }], en: "Wang Fang 王芳", zh: "Wang Fang 王芳" },
    {
      name: "who stands for whom",
      value: [{ personId: wang, standsFor: li }, { personId: li }],
      en: "Wang Fang 王芳 (Li Wei 李伟), Li Wei 李伟",
      zh: "Wang Fang 王芳 (Li Wei 李伟)，Li Wei 李伟",
    },
    { name: "nobody", value: [], en: "–", zh: "–" },
    { name: "yes", value: true, en: "yes", zh: "是" },
    { name: "a version", value: { version: 3 }, en: "v3", zh: "v3" },
    {
      name: "steps that are done",
      value: ["manager", "gone"],
      en: "Manager approval, gone",
      zh: "经理审批，gone",
    },
    { name: "what else is not known", value: { a: 1 }, en: '{"a":1}', zh: '{"a":1}' },
  ])("is read as people do: $name", ({ path = null, value, en, zh }) => {
    expect([factWords(known("en"), { path, value }), factWords(known("zh"), { path, value })]).toEqual([en, zh]);
  });

  it("tells why a rule did not hold", () => {
    const value = [problem("NOT_ALLOWED", {}), { code: "UNHEARD_OF" }] as unknown as Json;
    expect(factWords(known("en"), { path: null, value })).toBe(
      `${messageOf(problem("NOT_ALLOWED", {}), "en")}, {"code":"UNHEARD_OF"}`,
    );
  });

  it("tells a moment by the calendar", () => {
    expect(factWords(known("en"), { path: null, value: "2026-11-27T10:00:00.000Z" })).toMatch(/27 Nov 2026/u);
  });
});
