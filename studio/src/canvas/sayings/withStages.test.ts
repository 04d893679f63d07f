import { recordSchemas } from "@sluice/domain";
import { describe, expect, it } from "vitest";
import { aQuoteProcess } from "../fixture/aQuoteProcess.ts";
import { sayingsIn } from "../fixture/sayingsIn.ts";
import { plainWords } from "./plainWords.ts";
import { withStages } from "./withStages.ts";

const wordsFor = (language: "en" | "zh", value: string) => {
  const sayings = sayingsIn(language);
  const schema = withStages(recordSchemas.quote, aQuoteProcess());
  return plainWords({ ...sayings, catalogue: { ...sayings.catalogue, schema } }, "record.stage", value);
};
const draft = aQuoteProcess().nodes.find((node) => node.kind === "stage" && node.key === "draft");

describe("a record's stage", () => {
  it("goes by the name that its life cycle gives it", () => {
    expect([wordsFor("en", "draft"), wordsFor("zh", "draft")]).toEqual([draft?.name.en, draft?.name.zh]);
  });

  it("stays as it is where its life cycle no longer knows it", () => {
    expect(wordsFor("zh", "gone")).toBe("gone");
  });

  it("is a text where there is no life cycle, or no stage", () => {
    expect(withStages(recordSchemas.quote, undefined)).toBe(recordSchemas.quote);
    const { stage: _none, ...fields } = recordSchemas.quote.fields;
    const plain = { ...recordSchemas.quote, fields };
    expect(withStages(plain, aQuoteProcess())).toBe(plain);
  });
});
