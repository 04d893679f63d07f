import { basename } from "node:path";
import { describe, expect, it } from "vitest";
import { sourceFiles } from "./sourceFiles.ts";

const files = sourceFiles();
const isTest = (path: string): boolean => /\.(test|spec)\.tsx?$/.test(path);
const isComment = (line: string): boolean => /^\s*(\*|\/\*|\/\/)/.test(line);
const where = (matches: (line: string) => boolean, among = files): string[] =>
  among.flatMap(({ path, text }) =>
    text.split("\n").flatMap((line, index) => (matches(line) ? [`${path}:${index + 1} ${line.trim()}`] : [])),
  );

// the forbidden words are put together here, so that this file does not contain them
const anyWay = new RegExp(`\\bas ${"any"}\\b|<${"any"}>|: ${"any"}\\b`);
const silenced = new RegExp(`@ts-(${"ignore"}|${"nocheck"}|${"expect-error"})`);
const skipping = new RegExp(
  `\\b(it|test|describe)\\.(${"skip"}|${"only"}|${"todo"}|${"fixme"}|${"skipIf"}|${"runIf"})\\b`,
);
const unfinished = new RegExp(`\\b(${"TO"}${"DO"}|${"FIX"}${"ME"})\\b`);

describe("every source file", () => {
  it("stops at 300 lines", () => {
    expect(files.filter(({ text }) => text.split("\n").length > 301).map(({ path }) => path)).toEqual([]);
  });

  it("has a name that says what it is about", () => {
    expect(
      files.filter(({ path }) => /\b(utils?|helpers?|common|manager|misc)\b/i.test(path)).map(({ path }) => path),
    ).toEqual([]);
  });

  it.each([
    { name: "no way round the types", pattern: anyWay, inComments: false },
    { name: "no silenced error", pattern: silenced, inComments: true },
    { name: "nothing left to be done", pattern: unfinished, inComments: true },
  ])("has $name", ({ pattern, inComments }) => {
    expect(where((line) => (inComments || !isComment(line)) && pattern.test(line))).toEqual([]);
  });
});

describe("every effect of a screen", () => {
  it("has a body in braces: what an expression answers would be taken for its cleanup, and browsers begin to answer promises", () => {
    const inOneExpression = /use(Layout)?Effect\(\s*\(\) =>\s*[^\s{]/;
    expect(files.filter(({ text }) => inOneExpression.test(text)).map(({ path }) => path)).toEqual([]);
  });
});

describe("every test", () => {
  const tests = files.filter(({ path }) => isTest(path));

  it("is run", () => {
    expect(where((line) => skipping.test(line), tests)).toEqual([]);
  });

  it("mocks no code of ours", () => {
    const mocking = new RegExp(`\\bvi\\.(${"mock"}|${"doMock"})\\(`);
    expect(where((line) => mocking.test(line), tests)).toEqual([]);
  });

  it("expects something", () => {
    const idle = tests.filter(({ text }) => !/\b(expect|assert|expectTypeOf)\b/.test(text));
    expect(idle.map(({ path }) => basename(path))).toEqual([]);
  });
});
