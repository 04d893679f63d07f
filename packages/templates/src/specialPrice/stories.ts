import type { StoryInput } from "@sluice/process";
import { heads, mondayAtNine, people } from "../stories/aFirm.ts";
import { workingDays } from "../workingDays.ts";

type Given = StoryInput["given"];
type Steps = NonNullable<StoryInput["steps"]>;

const given = (margin: string | null, expected: Given["expect"], record: Given["record"] = {}): Given => ({
  by: "rep",
  at: mondayAtNine,
  people,
  heads,
  ownerId: "rep",
  record: {
    number: "Q-2026-000123",
    name: "Packing line 3",
    stage: "draft",
    total: "100000.00",
    note: "The customer orders every year.",
    margin,
    ...record,
  },
  expect: expected,
});

const asked = (at: string, ...who: string[]) => ({ see: "asked" as const, at, who });
const approves = (by: string, at: string, expected: Steps[number]["expect"]): Steps[number] => ({
  when: { do: "act", by, at, act: { do: "approve" } },
  expect: expected ?? [],
});
const waits = (days: number, expected: Steps[number]["expect"]): Steps[number] => ({
  when: { do: "pass", span: workingDays(days) },
  expect: expected ?? [],
});
const agreed: Steps[number]["expect"] = [
  { see: "ended", outcome: "done" },
  { see: "milestone", milestone: "price.agreed" },
];

/** How a special price is agreed, by margin, and how it is not. */
export const specialPriceStories: readonly StoryInput[] = [
  {
    id: "usualMargin",
    name: { en: "A usual margin needs nobody", zh: "毛利正常，无需审批" },
    given: given("0.25", agreed),
  },
  {
    id: "thinMargin",
    name: { en: "A thin margin is the sales head's to decide", zh: "低毛利由销售负责人决定" },
    given: given("0.2499", [asked("salesHead", "boss")]),
    steps: [approves("boss", "salesHead", agreed)],
  },
  {
    id: "belowCost",
    name: { en: "Below cost takes three decisions over nine working days", zh: "低于成本须三级审批，历时九个工作日" },
    given: given("-0.01", [asked("salesHead", "boss")]),
    steps: [
      waits(3, [asked("salesHead", "boss", "head")]),
      approves("boss", "salesHead", [asked("finance", "finance")]),
      waits(3, [asked("finance", "finance", "head")]),
      approves("finance", "finance", [asked("generalManager", "head")]),
      waits(3, [asked("generalManager", "head")]),
      approves("head", "generalManager", agreed),
    ],
  },
  {
    id: "refused",
    name: { en: "Finance refuses, and says why", zh: "财务驳回并说明理由" },
    given: given("0.1", [asked("salesHead", "boss")]),
    steps: [
      approves("boss", "salesHead", [asked("finance", "finance")]),
      {
        when: { do: "act", by: "finance", at: "finance", act: { do: "reject" }, comment: "Too thin" },
        expect: [{ see: "ended", outcome: "void" }],
      },
    ],
  },
  {
    id: "notCosted",
    name: { en: "Before it is costed nothing is decided", zh: "未核成本不予审批" },
    given: given(null, [{ see: "refused", problem: "GUARD_CLOSED" }]),
  },
  {
    id: "alreadySubmitted",
    name: { en: "Once the quote is submitted it is too late", zh: "报价提交后不再受理" },
    given: given("0.2", [{ see: "refused", problem: "GUARD_CLOSED" }], { stage: "approval" }),
  },
];
