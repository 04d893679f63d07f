import { describe, expect, it } from "vitest";
import { nameOfCopy } from "./nameOfCopy.ts";

const from = { key: "specialPrice", name: { en: "Special price", zh: "特价申请" }, recordType: "quote" };

describe("a process taken from another", () => {
  it.each([
    { name: "keeps key and both names", typed: "特价申请", taken: [], is: { key: "specialPrice", name: from.name } },
    {
      name: "takes a key of its own where the template is in use",
      typed: "特价申请",
      taken: ["specialPrice"],
      is: { key: "quoteProcess", name: { en: "特价申请", zh: "特价申请" } },
    },
    {
      name: "goes by another name once one is typed",
      typed: "Price Asia",
      taken: [],
      is: { key: "priceAsia", name: { en: "Price Asia", zh: "Price Asia" } },
    },
  ])("$name", ({ typed, taken, is }) => {
    expect(nameOfCopy(from, typed, "zh", taken)).toEqual(is);
  });
});
