import { blocks } from "@sluice/process";
import { describe, expect, it } from "vitest";
import { sayingsIn } from "../fixture/sayingsIn.ts";
import type { BlockChoice } from "../sayings/catalogue.ts";
import type { Sayings } from "../sayings/sayings.ts";
import { offersIn } from "./offersIn.ts";

/** Every block there is, as the server tells the studio of it. */
const shipped: readonly BlockChoice[] = Object.values(blocks).map(({ key, name, description, inputs, outputs }) => ({
  key,
  label: name,
  about: description,
  inputs: Object.entries(inputs).map(([input, { label, required, type }]) => ({ key: input, label, required, type })),
  outputs: Object.keys(outputs),
}));
const needless: BlockChoice = {
  key: "idle",
  label: "Idle",
  about: { en: "Does nothing.", zh: "什么都不做。" },
  inputs: [],
  outputs: [],
};
const choices = [...shipped, needless];
const knowing = (language: "en" | "zh"): Sayings => {
  const sayings = sayingsIn(language);
  return { ...sayings, catalogue: { ...sayings.catalogue, blocks: choices } };
};
const found = (words: string, language: "en" | "zh" = "en", without: readonly string[] = []) =>
  offersIn(knowing(language), words, without).flatMap(({ offers }) => offers.map(({ id }) => id));

describe("what the palette offers", () => {
  it("is every action there is, by its own name in both languages, in place of the plain one", () => {
    const offers = offersIn(knowing("en"), "").flatMap((group) => group.offers);
    const actions = offers.filter(({ kind }) => kind === "action");
    expect(actions.map(({ block }) => block)).toEqual(choices.map(({ key }) => key));
    expect(actions.find(({ block }) => block === "mail")?.called).toEqual(blocks["mail"]?.name);
    expect(new Set(offers.map(({ id }) => id)).size).toBe(offers.length);
  });

  it("says what an action needs; what it does where it needs nothing", () => {
    const aboutOf = (language: "en" | "zh", block: string) =>
      offersIn(knowing(language), "")
        .flatMap(({ offers }) => offers)
        .find((offer) => offer.block === block)?.about;
    expect(aboutOf("en", "mail")).toBe("Needs To, Subject and Text");
    expect(aboutOf("zh", "mail")).toBe("需要：收件人、主题和正文");
    expect(aboutOf("en", "idle")).toBe("Does nothing.");
  });

  it.each<{ name: string; words: string; language?: "en" | "zh"; without?: string[]; is: string[] }>([
    { name: "an action by its name", words: "send mail", is: ["action-mail"] },
    { name: "a kind by what it is for", words: "sign-off", is: ["approval"] },
    { name: "the same words in Chinese", words: "发送邮件", language: "zh", is: ["action-mail"] },
    { name: "nothing of what must not stand there", words: "stage", without: ["stage", "start"], is: [] },
  ])("is found: $name", ({ words, language = "en", without = [], is }) => {
    expect(found(words, language, without)).toEqual(is);
  });

  it("is the plain action as long as nothing is known of the firm", () => {
    const sayings = sayingsIn("en");
    const unknown = { ...sayings, catalogue: { ...sayings.catalogue, blocks: [] } };
    expect(offersIn(unknown, "webhook").flatMap(({ offers }) => offers.map(({ id }) => id))).toEqual(["action"]);
  });
});
