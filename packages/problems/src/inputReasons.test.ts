import { describe, expect, it } from "vitest";
import { z } from "zod";
import { inputReasonIn } from "./inputReasons.ts";
import { issueReason } from "./issueReason.ts";
import { messageOf, problem } from "./problem.ts";

interface Case {
  readonly name: string;
  readonly schema: z.ZodType;
  readonly given: unknown;
  readonly reason: string;
  readonly en: string;
  readonly zh: string;
}

const cases: readonly Case[] = [
  { name: "nothing", schema: z.string(), given: undefined, reason: "missing", en: "it is missing", zh: "缺少此项" },
  {
    name: "a number for text",
    schema: z.string(),
    given: 1,
    reason: "notText",
    en: "it must be text",
    zh: "必须是文本",
  },
  {
    name: "text for a list",
    schema: z.array(z.string()),
    given: "a",
    reason: "notList",
    en: "it must be a list",
    zh: "必须是列表",
  },
  {
    name: "a half for a whole",
    schema: z.int(),
    given: 1.5,
    reason: "notWhole",
    en: "it must be a whole number",
    zh: "必须是整数",
  },
  {
    name: "no number",
    schema: z.number(),
    given: Number.NaN,
    reason: "notNumber",
    en: "it must be a number",
    zh: "必须是数字",
  },
  {
    name: "another choice",
    schema: z.enum(["a", "b"]),
    given: "c",
    reason: "notOneOf",
    en: "it must be one of a, b",
    zh: "必须是以下之一：a, b",
  },
  {
    name: "another kind",
    schema: z.discriminatedUnion("kind", [z.object({ kind: z.literal("task") }), z.object({ kind: z.literal("end") })]),
    given: { kind: "x" },
    reason: "notOneOf",
    en: "it must be one of task, end",
    zh: "必须是以下之一：task, end",
  },
  {
    name: "a text too short",
    schema: z.string().min(2),
    given: "a",
    reason: "tooFewCharacters",
    en: "2 or more characters",
    zh: "至少2个字符",
  },
  {
    name: "a text too long",
    schema: z.string().max(2),
    given: "abc",
    reason: "tooManyCharacters",
    en: "at most 2 characters",
    zh: "最多2个字符",
  },
  {
    name: "a list too short",
    schema: z.array(z.string()).min(1),
    given: [],
    reason: "tooFewEntries",
    en: "1 or more entries",
    zh: "至少1项",
  },
  {
    name: "a list too long",
    schema: z.array(z.string()).max(1),
    given: ["a", "b"],
    reason: "tooManyEntries",
    en: "no more than 1 of them",
    zh: "最多1项",
  },
  {
    name: "a number below its least",
    schema: z.number().min(3),
    given: 2,
    reason: "tooSmall",
    en: "at least 3",
    zh: "不得小于3",
  },
  {
    name: "a number at what it must pass",
    schema: z.number().gt(3),
    given: 3,
    reason: "notAbove",
    en: "more than 3",
    zh: "必须大于3",
  },
  {
    name: "a number at what it must not reach",
    schema: z.number().lt(3),
    given: 3,
    reason: "notBelow",
    en: "less than 3",
    zh: "必须小于3",
  },
  {
    name: "a number past its most",
    schema: z.number().max(3),
    given: 4,
    reason: "tooLarge",
    en: "at most 3",
    zh: "不得大于3",
  },
  {
    name: "no multiple",
    schema: z.number().multipleOf(5),
    given: 3,
    reason: "notMultiple",
    en: "a multiple of 5",
    zh: "必须是5的倍数",
  },
  {
    name: "no instant",
    schema: z.iso.datetime(),
    given: "x",
    reason: "wrongForm",
    en: "it does not have the right form (datetime)",
    zh: "格式不正确（datetime）",
  },
  {
    name: "an unknown member",
    schema: z.strictObject({}),
    given: { q: 1 },
    reason: "unknownMember",
    en: "it is not taken here: q",
    zh: "此处不支持：q",
  },
  {
    name: "an unknown key",
    schema: z.record(z.string().regex(/^a/), z.string()),
    given: { b: "1" },
    reason: "wrongMember",
    en: "one of its names is not taken",
    zh: "其中有不支持的名称",
  },
  {
    name: "none of a union",
    schema: z.union([z.string(), z.number()]),
    given: true,
    reason: "fitsNoForm",
    en: "it fits none of the forms that are taken",
    zh: "不符合任何支持的形式",
  },
  {
    name: "a reason of the schema's own",
    schema: z.string().regex(/^a/, "key"),
    given: "b",
    reason: "key",
    en: "camelCase: letters and digits, up to 60, a small letter first",
    zh: "小驼峰：小写字母开头，只含字母和数字，最多60个",
  },
];

const issueOf = ({ schema, given }: Case) => {
  const issue = schema.safeParse(given).error?.issues[0];
  if (issue === undefined) throw new Error("it was taken");
  return issue;
};

describe("what a schema refuses", () => {
  it.each(cases)("is said in both languages: $name", (it) => {
    const { reason, values } = issueReason(issueOf(it));
    expect([reason, inputReasonIn(reason, values, "en"), inputReasonIn(reason, values, "zh")]).toEqual([
      it.reason,
      it.en,
      it.zh,
    ]);
  });

  it.each(cases)("names no value that was given: $name", (it) => {
    const { values } = issueReason(issueOf(it));
    expect(Object.keys(values).filter((name) => name === "input" || name === "received")).toEqual([]);
  });

  it("is part of the sentence that a person reads", () => {
    const it = problem("INPUT_INVALID", { field: "limit", reason: "outOfRange", most: 200 });
    expect([messageOf(it, "en"), messageOf(it, "zh")]).toEqual([
      "Check limit: 1 to 200.",
      "请检查limit：应在1至200之间。",
    ]);
  });

  it("stands as it is where the table does not know it", () => {
    expect(inputReasonIn("letters only", {}, "zh")).toBe("letters only");
  });
});
