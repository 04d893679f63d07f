import { recordSchemas } from "@sluice/domain";
import type { Language } from "@sluice/problems";
import { compile, type Expectation, playStory, proposalsFor, type Story, type StoryEvent } from "@sluice/process";
import { describe, expect, it } from "vitest";
import { aQuoteProcess } from "../canvas/fixture/aQuoteProcess.ts";
import { sayingsIn } from "../canvas/fixture/sayingsIn.ts";
import { en } from "../i18n/en/index.ts";
import { zh } from "../i18n/zh/index.ts";
import { expectationWords, seenWords } from "./expectationWords.ts";
import { freshGiven } from "./freshGiven.ts";
import { cameWords, didWords } from "./momentWords.ts";
import { aRun } from "./run.ts";
import type { RunWords } from "./runWords.ts";
import { timeOf } from "./runWords.ts";
import { instantOfWallTime, wallTimeOf } from "./storyZone.ts";
import { taskActs } from "./taskActs.ts";

const drawn = aQuoteProcess();
const plan = compile(drawn, recordSchemas);
const { story } = aRun(
  freshGiven({ roles: [{ key: "rep", label: { en: "Rep", zh: "销售代表" } }] }, Date.parse("2026-11-20T00:00:00.000Z")),
);

const wordsFor = (language: Language, told: Story = story): RunWords => {
  const texts = (language === "zh" ? zh : en).testRun;
  const textAt = (key: string): unknown =>
    key.split(".").reduce<unknown>((at, part) => (Object(at) as Record<string, unknown>)[part], texts);
  return {
    sayings: sayingsIn(language),
    story: told,
    say: (key, values = {}) => {
      const text = textAt(key) ?? textAt(`${key}_${values["count"] === 1 ? "one" : "other"}`);
      expect(text, key).toBeTypeOf("string");
      return Object.entries(values).reduce(
        (said, [name, value]) => said.replaceAll(`{{${name}}}`, String(value)),
        text as string,
      );
    },
  };
};

const events: readonly { readonly event: StoryEvent | null; readonly en: string; readonly zh: string }[] = [
  { event: null, en: "Rep begins the case", zh: "销售代表发起案例" },
  { event: { do: "move", by: "rep", move: "submit" }, en: "Rep takes “Submit”", zh: "销售代表执行“提交”" },
  {
    event: { do: "act", by: "manager", at: "write", act: { do: "complete", outcome: "done" } },
    en: "Manager finishes “Write the quote”: Done",
    zh: "经理完成“编制报价”：完成",
  },
  {
    event: { do: "act", by: "rep", at: "write", act: { do: "claim" } },
    en: "Rep claims “Write the quote”",
    zh: "销售代表认领“编制报价”",
  },
  {
    event: { do: "pass", span: { amount: 9, unit: "day", calendar: "working" } },
    en: "9 working days pass",
    zh: "过了9个工作日",
  },
  {
    event: { do: "pass", span: { amount: 1, unit: "hour", calendar: "elapsed" } },
    en: "1 hour passes",
    zh: "过了1小时",
  },
  { event: { do: "passToNext" }, en: "Time passes to the next due moment", zh: "时间来到下一个到期时刻" },
  { event: { do: "message", message: "paid" }, en: "The message “paid” arrives", zh: "收到消息“paid”" },
  {
    event: { do: "effect", at: "write", ends: { as: "unknown" } },
    en: "Nobody knows whether “Write the quote” was done",
    zh: "“编制报价”是否完成不明",
  },
  {
    event: { do: "change", fields: { effectiveDiscount: "0.2" } },
    en: "The record changes: Effective discount 20%",
    zh: "记录有变：综合折扣为20%",
  },
];

describe("a run in sentences", () => {
  it.each(events)("says what happened: $en", ({ event, en: english, zh: chinese }) => {
    expect(didWords(wordsFor("en"), drawn, event)).toBe(english);
    expect(didWords(wordsFor("zh"), drawn, event)).toBe(chinese);
  });

  it("says what came of it, and what could be expected of it, without a key or an id left over", () => {
    const told: Story = { ...story, steps: [{ when: { do: "move", by: "rep", move: "submit" }, expect: [] }] };
    const { moments } = playStory(plan, told);
    for (const language of ["en", "zh"] as const) {
      const words = wordsFor(language, told);
      const lines = moments.flatMap((moment, at) => [
        ...cameWords(words, drawn, moment).map(({ text }) => text),
        ...proposalsFor(moment, moments[at - 1] ?? null).map(({ expectation }) =>
          expectationWords(words, drawn, expectation),
        ),
      ]);
      expect(lines.length).toBeGreaterThan(3);
      expect(lines.filter((line) => /\{\{|came\.|see\.|undefined/u.test(line))).toEqual([]);
    }
  });

  it.each<{ expectation: Expectation; seen: never; says: string; instead: string }>([
    {
      expectation: { see: "stage", stage: "draft" },
      seen: "approval" as never,
      says: "It is in “Draft”",
      instead: "In approval",
    },
    { expectation: { see: "ended", outcome: "won" }, seen: null as never, says: "It is over: Won", instead: "it runs" },
    {
      expectation: { see: "asked", at: "write", who: ["rep"] },
      seen: null as never,
      says: "“Write the quote” is with Rep",
      instead: "nobody",
    },
    {
      expectation: { see: "refused", problem: "REASON_REQUIRED" },
      seen: [] as never,
      says: "It is refused: Say why.",
      instead: "nothing",
    },
    {
      expectation: { see: "field", path: "effectiveDiscount", value: "0.1" },
      seen: null as never,
      says: "Effective discount is 10%",
      instead: "empty",
    },
  ])("says what was expected and what was seen instead: $says", ({ expectation, seen, says, instead }) => {
    const words = wordsFor("en");
    expect(expectationWords(words, drawn, expectation)).toBe(says);
    expect(seenWords(words, drawn, { expectation, met: false, seen })).toBe(instead);
  });
});

it("shows time by the clocks of the story's firm, and reads it back", () => {
  const { at } = story.given;
  expect(timeOf(story, "en", at)).toContain("09:00");
  expect(wallTimeOf(story, at)).toBe("2026-11-23T09:00");
  expect(instantOfWallTime(story, "2026-11-23T09:00")).toBe(at);
  expect(instantOfWallTime(story, "soon")).toBeNull();
  expect(instantOfWallTime(story, "2026-13-40T09:00")).toBeNull();
});

it.each([
  {
    name: "an approver",
    task: { kind: "approval", outcomes: [], people: ["boss"] },
    acting: "boss",
    acts: ["approve", "reject", "sendBack"],
  },
  {
    name: "whoever asked for the approval",
    task: { kind: "approval", outcomes: [], people: ["boss"] },
    acting: "rep",
    acts: ["withdraw"],
  },
  {
    name: "one of several who may do a task",
    task: { kind: "task", outcomes: [], people: ["boss", "ann"] },
    acting: "ann",
    acts: ["complete", "claim"],
  },
  { name: "somebody else", task: { kind: "task", outcomes: [], people: ["boss"] }, acting: "ann", acts: [] },
  {
    name: "whom it was sent back to",
    task: { kind: "revise", outcomes: [], people: ["rep"] },
    acting: "rep",
    acts: ["complete"],
  },
] as const)("offers $name what they may do", ({ task, acting, acts }) => {
  expect(taskActs(task, acting, "rep").map((act) => act.do)).toEqual(acts);
});
