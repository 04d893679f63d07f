import { describe, expect, it } from "vitest";
import { aQuoteProcess } from "../fixture/aQuoteProcess.ts";
import { sayingsIn } from "../fixture/sayingsIn.ts";
import { setField } from "../model/setField.ts";
import { findIn } from "./findIn.ts";

const found = (words: string, language: "en" | "zh" = "en") =>
  findIn(sayingsIn(language), aQuoteProcess(), words).map(({ element }) => element);

describe("looking for something in a process", () => {
  it.each([
    {
      name: "a step by its name, before those that speak of it",
      words: "manager and",
      is: ["managerAndFinance"],
      first: true,
    },
    { name: "a stage", words: "in approval", is: ["approval"], first: true },
    { name: "a move", words: "withdraw", is: ["withdraw"], first: true },
    { name: "a role", words: "costEngineer", is: ["tell"] },
    { name: "a field", words: "effective discount", is: ["discount"] },
    { name: "a field by its path, as a condition has it", words: "record.effectiveDiscount", is: ["discount"] },
    { name: "a field by its key, with another word", words: "effectiveDiscount more", is: ["discount"] },
    { name: "capitals and width do not matter", words: "ＥＦＦＥＣＴＩＶＥ  discount", is: ["discount"] },
    { name: "nothing for nothing", words: "  ", is: [] },
    { name: "nothing where one word is missing", words: "discount elephant", is: [] },
  ])("$name", ({ words, is, first = false }) => {
    expect(first ? found(words).slice(0, 1) : found(words)).toEqual(is);
  });

  it("finds a person by the name that somebody reads", () => {
    const sayings = sayingsIn("en");
    const people = [{ id: "00000000-0000-4000-8000-000000000001", name: "Ann Lee" }];
    const asked = setField("tell", ["who"], [{ by: "person", personIds: people.map(({ id }) => id) }])(aQuoteProcess());
    const knowing = { ...sayings, catalogue: { ...sayings.catalogue, people } };
    expect(findIn(knowing, asked.definition, "ann lee").map(({ element }) => element)).toEqual(["tell"]);
  });

  it("looks in the reader's language", () => {
    expect(found("折扣", "zh")).toContain("discount");
    expect(found("折扣")).toEqual([]);
  });

  it("shows the sentence that fits, and in which stage", () => {
    expect(findIn(sayingsIn("en"), aQuoteProcess(), "costEngineer")).toEqual([
      {
        element: "tell",
        name: "Tell the cost engineer",
        within: "Approved",
        because: "A copy goes to costEngineer.",
      },
    ]);
  });
});
