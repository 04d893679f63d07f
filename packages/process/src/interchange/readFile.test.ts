import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { bpmnIoStyle, camundaStyle, flowableStyle, signavioStyle } from "../bpmn/read/foreignFiles.ts";
import { writeBpmn } from "../bpmn/write/writeBpmn.ts";
import type { Json } from "../kernel/json.ts";
import { aDrawing } from "../simulate/random/aDrawing.ts";
import { definitionText } from "./definitionText.ts";
import { readFile } from "./readFile.ts";

const read = (text: string) => readFile(text, { recordType: "quote" });
const codesOf = async (text: string) => {
  const answer = await read(text);
  return "problems" in answer ? answer.problems.map(({ code }) => code) : [answer.format];
};
const turned = (value: Json): Json => {
  if (Array.isArray(value)) return value.map((it) => turned(it as Json));
  if (typeof value !== "object" || value === null) return value;
  return Object.fromEntries(
    Object.entries(value)
      .toReversed()
      .map(([key, inner]) => [key, turned(inner as Json)]),
  );
};

describe("a file that somebody chose", () => {
  it.each<{ name: string; text: string; codes: readonly string[] }>([
    { name: "our JSON", text: definitionText(aDrawing), codes: ["json"] },
    { name: "our BPMN", text: writeBpmn(aDrawing), codes: ["bpmn"] },
    { name: "with a byte order mark", text: `\uFEFF${definitionText(aDrawing)}`, codes: ["json"] },
    { name: "empty", text: "", codes: ["FILE_KIND_UNKNOWN"] },
    { name: "a picture", text: "\u0089PNG\r\n\u001A", codes: ["FILE_KIND_UNKNOWN"] },
    { name: "JSON cut off", text: definitionText(aDrawing).slice(0, -20), codes: ["NOT_JSON"] },
    { name: "JSON of something else", text: '{"a": 1}', codes: ["FORMAT_UNKNOWN"] },
    { name: "JSON nested without end", text: "[".repeat(3_000_000), codes: ["NOT_JSON"] },
    { name: "XML cut off", text: writeBpmn(aDrawing).slice(0, -20), codes: ["NOT_BPMN"] },
    { name: "XML of something else", text: "<html><body/></html>", codes: ["NOT_BPMN"] },
    {
      name: "decision tables",
      text: '<?xml version="1.0"?><definitions xmlns="https://www.omg.org/spec/DMN/20191111/MODEL/" id="d"/>',
      codes: ["FILE_IS_DMN"],
    },
    { name: "over 5 MB", text: `{"x": "${"x".repeat(5_300_000)}"}`, codes: ["FILE_TOO_LARGE"] },
  ])("$name is answered with $codes", async ({ text, codes }) => {
    expect(await codesOf(text)).toEqual(codes);
  });

  it.each([
    { name: "in the first line", text: '{"a": 1', zh: "第1行" },
    { name: "in the third", text: '{\n"a": 1,\nb', zh: "第3行" },
  ])("JSON that breaks $name says so in the reader's language only", async ({ text, zh }) => {
    const answer = await read(text);
    expect("problems" in answer && answer.problems[0]?.message.zh).toBe(`不是有效的JSON，或文件不完整：请查看${zh}。`);
  });

  it.each([
    { name: "Camunda", text: camundaStyle },
    { name: "bpmn.io", text: bpmnIoStyle },
    { name: "Flowable", text: flowableStyle },
    { name: "Signavio", text: signavioStyle },
  ])("of another tool ($name) becomes a draft, with what has no place in it", async ({ text }) => {
    const answer = await read(text);

    expect("definition" in answer && answer.unmapped.every(({ why }) => why.en !== "" && why.zh !== "")).toBe(true);
  });

  it("never throws, whatever it holds", async () => {
    await fc.assert(
      fc.asyncProperty(
        fc.oneof(
          fc.string({ maxLength: 300 }),
          fc.json(),
          fc.string().map((it) => `<a>${it}</a>`),
        ),
        async (text) => {
          const answer = await read(text);
          expect("problems" in answer && answer.problems.length > 0).toBe(true);
        },
      ),
      { numRuns: 100 },
    );
  });
});

describe("a definition as JSON for version control", () => {
  it("is the same text whatever order its keys are kept in", () => {
    const other = turned(aDrawing as unknown as Json) as unknown as typeof aDrawing;

    expect(definitionText(other)).toBe(definitionText(aDrawing));
  });

  it("is read back equal", async () => {
    expect(await read(definitionText(aDrawing))).toEqual({ format: "json", definition: aDrawing, unmapped: [] });
  });
});
