import type { Json } from "@sluice/process";
import { describe, expect, it } from "vitest";
import { givenText } from "./givenText.ts";

const NO_TEXT = { reason: "what is to be printed is not a text" };
const TOO_LONG = { reason: "the text is too long" };
const linesOf = (count: number, line = "长"): string => Array.from({ length: count }, () => line).join("\n");

describe("a text given for print", () => {
  it.each<{ name: string; given: Json | undefined; answer: object }>([
    { name: "nothing for null", given: null, answer: { text: "" } },
    { name: "nothing where none is given", given: undefined, answer: { text: "" } },
    { name: "nothing for spaces", given: " \n ", answer: { text: "" } },
    { name: "nothing where both languages are empty", given: { en: "", zh: "" }, answer: { text: "" } },
    { name: "what is written, with the hyphen for the minus sign", given: " −5% ", answer: { text: "-5%" } },
    { name: "the document's language", given: { en: "Hello", zh: "您好" }, answer: { text: "您好" } },
    { name: "English where there is no Chinese", given: { en: "Hello", zh: "" }, answer: { text: "Hello" } },
    { name: "English beside null", given: { en: "Hello", zh: null }, answer: { text: "Hello" } },
    { name: "a reason for a number", given: 5, answer: NO_TEXT },
    { name: "a reason for nought", given: 0, answer: NO_TEXT },
    { name: "a reason for true and false", given: false, answer: NO_TEXT },
    { name: "a reason for a list", given: ["您好"], answer: NO_TEXT },
    { name: "a reason for an empty list", given: [], answer: NO_TEXT },
    { name: "a reason for an object in neither language", given: { de: "Hallo" }, answer: NO_TEXT },
    { name: "a reason for an empty object", given: {}, answer: NO_TEXT },
    { name: "a reason for a language that holds no text", given: { en: "Hello", zh: 5 }, answer: NO_TEXT },
    { name: "a reason for an other language that holds no text", given: { en: [], zh: "您好" }, answer: NO_TEXT },
  ])("is $name", ({ given, answer }) => {
    expect(givenText(given, "zh")).toEqual(answer);
  });

  it("is Chinese on an English document where there is no English", () => {
    expect(givenText({ zh: "您好" }, "en")).toEqual({ text: "您好" });
  });

  it.each<{ name: string; given: string; answer: object }>([
    { name: "6,000 characters", given: "长".repeat(6_000), answer: { text: "长".repeat(6_000) } },
    { name: "6,001 characters", given: "长".repeat(6_001), answer: TOO_LONG },
    { name: "200 lines", given: linesOf(200), answer: { text: linesOf(200) } },
    { name: "201 lines", given: linesOf(201), answer: TOO_LONG },
    { name: "201 lines with an old line end", given: linesOf(201).replaceAll("\n", "\r"), answer: TOO_LONG },
    { name: "201 lines with a line sign", given: linesOf(201).replaceAll("\n", "\u2028"), answer: TOO_LONG },
    { name: "one empty line", given: "a\n\nb", answer: { text: "a\n\nb" } },
    { name: "two empty lines, which are one", given: "a\n\n\nb", answer: { text: "a\n\nb" } },
    { name: "three empty lines with spaces", given: "a\r\n \r\n\t\r\n\r\nb", answer: { text: "a\n\nb" } },
    { name: "5,998 empty lines, which are one", given: `a${"\n".repeat(5_998)}b`, answer: { text: "a\n\nb" } },
    {
      name: "100 lines with one empty line between each",
      given: linesOf(100, "长\n"),
      answer: { text: linesOf(100, "长\n").trim() },
    },
    { name: "101 lines with one empty line between each", given: linesOf(101, "长\n"), answer: TOO_LONG },
  ])("of $name is bounded", ({ given, answer }) => {
    expect(givenText(given, "zh")).toEqual(answer);
  });
});
