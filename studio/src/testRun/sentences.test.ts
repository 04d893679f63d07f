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
import { timeOf, valueOf } from "./runWords.ts";
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
  { event: null, en: "Rep begins the case", zh: "销售代表发起实例" },
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
  expect(valueOf(wordsFor("en"), "priceAgreedAt", at)).toBe(timeOf(story, "en", at));
  expect(valueOf(wordsFor("en"), "priceAgreedAt", "soon")).toBe("soon");
  expect(wallTimeOf(story, at)).toBe("2026-11-23T09:00");
  expect(instantOfWallTime(story, "2026-11-23T09:00")).toBe(at);
  expect(instantOfWallTime(story, "soon")).toBeNull();
  expect(instantOfWallTime(story, "2026-13-40T09:00")).toBeNull();
});

const approver = ["approve", "reject", "sendBack", "addSigner", "comment"] as const;
it.each([
  {
    name: "an approval",
    task: { kind: "approval", outcomes: [] },
    acts: approver,
    main: ["approve", "reject", "sendBack"],
    more: ["addSigner", "comment"],
  },
  {
    name: "a task with outcomes of its own",
    task: { kind: "task", outcomes: [{ key: "yes", name: { en: "Yes", zh: "是" } }] },
    acts: ["claim", "complete", "transfer"],
    main: ["claim", "complete yes"],
    more: ["transfer"],
  },
  {
    name: "what was sent back",
    task: { kind: "revise", outcomes: [] },
    acts: ["complete"],
    main: ["complete resubmit"],
    more: [],
  },
  {
    name: "what somebody was only asked",
    task: { kind: "consult", outcomes: [] },
    acts: ["complete"],
    main: ["complete done"],
    more: [],
  },
  { name: "what offers nothing", task: { kind: "task", outcomes: [] }, acts: [], main: [], more: [] },
] satisfies readonly {
  name: string;
  task: Parameters<typeof taskActs>[0];
  acts: Parameters<typeof taskActs>[1];
  main: readonly string[];
  more: readonly string[];
}[])("puts the acts of $name where the workspace has them", ({ task, acts, main, more }) => {
  const offered = taskActs(task, acts);
  expect(offered.main.map((act) => (act.do === "complete" ? `complete ${act.outcome}` : act.do))).toEqual(main);
  expect(offered.more).toEqual(more);
});

const act = (does: (StoryEvent & { do: "act" })["act"]): StoryEvent => ({
  do: "act",
  by: "rep",
  at: "write",
  act: does,
});
const stepIn = (does: (StoryEvent & { do: "intervene" })["act"]): StoryEvent => ({
  do: "intervene",
  by: "manager",
  act: does,
  reason: "needed",
});
it.each<{ event: StoryEvent; en: string; zh: string }>([
  {
    event: act({ do: "transfer", to: "manager" }),
    en: "Rep transfers “Write the quote” to Manager",
    zh: "销售代表将“编制报价”转办给经理",
  },
  {
    event: act({ do: "delegate", to: "manager" }),
    en: "Rep delegates “Write the quote” to Manager",
    zh: "销售代表将“编制报价”委托给经理",
  },
  {
    event: act({ do: "addSigner", personIds: ["manager", "head"], place: "before" }),
    en: "Rep adds Manager, Head of department to sign “Write the quote” first",
    zh: "销售代表在“编制报价”前加签经理、部门负责人",
  },
  {
    event: act({ do: "removeSigner", personId: "manager" }),
    en: "Rep removes Manager from “Write the quote”",
    zh: "销售代表将经理从“编制报价”减签",
  },
  {
    event: act({ do: "consult", personIds: ["manager"] }),
    en: "Rep asks Manager for advice on “Write the quote”",
    zh: "销售代表就“编制报价”征询经理的意见",
  },
  {
    event: act({ do: "sendBack", to: "write" }),
    en: "Rep sends “Write the quote” back to “Write the quote”",
    zh: "销售代表将“编制报价”退回至“编制报价”",
  },
  {
    event: stepIn({ do: "retry", at: "write" }),
    en: "Manager retries “Write the quote”",
    zh: "经理重试“编制报价”",
  },
  { event: stepIn({ do: "jump", to: "draft" }), en: "Manager moves the case to “Draft”", zh: "经理将实例移至“草稿”" },
  { event: stepIn({ do: "suspend" }), en: "Manager suspends the case", zh: "经理暂停实例" },
  {
    event: stepIn({ do: "reassign", at: "write", to: "rep" }),
    en: "Manager gives “Write the quote” to Rep",
    zh: "经理将“编制报价”转交给销售代表",
  },
])("says who did what to whom: $en", ({ event, en: english, zh: chinese }) => {
  expect(didWords(wordsFor("en"), drawn, event)).toBe(english);
  expect(didWords(wordsFor("zh"), drawn, event)).toBe(chinese);
});
