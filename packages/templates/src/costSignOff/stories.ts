import type { StoryInput } from "@sluice/process";
import { heads, mondayAtNine, people } from "../stories/aFirm.ts";
import { workingDays } from "../workingDays.ts";

const given: StoryInput["given"] = {
  by: "rep",
  at: mondayAtNine,
  people,
  heads,
  ownerId: "rep",
  record: { stale: false, validUntil: "2026-12-31" },
  expect: [
    { see: "stage", stage: "costing" },
    { see: "asked", at: "cost", who: ["engineer"] },
  ],
};

const costed: NonNullable<StoryInput["steps"]>[number] = {
  when: {
    do: "act",
    by: "engineer",
    at: "cost",
    act: { do: "complete", outcome: "costed" },
    form: { lines: [{ kind: "material", amount: "1.00" }], validUntil: "2026-12-31" },
  },
  expect: [
    { see: "stage", stage: "signing" },
    { see: "asked", at: "sign", who: ["finance"] },
  ],
};

const signed: NonNullable<StoryInput["steps"]>[number] = {
  when: { do: "act", by: "finance", at: "sign", act: { do: "approve" } },
  expect: [
    { see: "stage", stage: "signed" },
    { see: "milestone", milestone: "costSheet.signed" },
    { see: "field", path: "signedBy", value: "finance" },
  ],
};

/** How a quote is costed, and what makes it be costed anew. */
export const costSignOffStories: readonly StoryInput[] = [
  {
    id: "signed",
    name: { en: "Costed and signed", zh: "核算并签核" },
    given,
    steps: [costed, signed],
  },
  {
    id: "refused",
    name: { en: "Finance refuses a sheet, and it is costed again", zh: "财务驳回后重新核算" },
    given,
    steps: [
      costed,
      {
        when: { do: "act", by: "finance", at: "sign", act: { do: "reject" }, comment: "Freight is missing" },
        expect: [{ see: "asked", at: "cost", who: ["engineer"] }],
      },
    ],
  },
  {
    id: "wentStale",
    name: { en: "What it costed changes, before and after it is signed", zh: "签核前后报价内容有变" },
    given,
    steps: [
      costed,
      { when: { do: "change", fields: { stale: true } }, expect: [{ see: "asked", at: "cost" }] },
      { when: { do: "change", fields: { stale: false } }, expect: [] },
      costed,
      signed,
      { when: { do: "change", fields: { stale: true } }, expect: [{ see: "asked", at: "cost" }] },
    ],
  },
  {
    id: "ranOut",
    name: { en: "A signed sheet runs out, or is costed again by hand", zh: "签核到期失效，或手动重新核算" },
    given,
    steps: [
      costed,
      signed,
      { when: { do: "move", by: "rep", move: "costAgain" }, expect: [{ see: "asked", at: "cost" }] },
      costed,
      signed,
      {
        when: { do: "passUntil", at: "2026-12-31T16:00:00.000Z" },
        expect: [
          { see: "stage", stage: "costing" },
          { see: "asked", at: "cost", who: ["engineer"] },
        ],
      },
    ],
  },
  {
    id: "late",
    name: {
      en: "Two working days without costing, and the manager is asked as well; then it is dropped",
      zh: "两个工作日未核算，上报经理；随后作废",
    },
    given,
    steps: [
      {
        when: { do: "pass", span: workingDays(2) },
        expect: [{ see: "asked", at: "cost", who: ["engineer", "head"] }],
      },
      { when: { do: "move", by: "rep", move: "drop" }, expect: [{ see: "refused", problem: "REASON_REQUIRED" }] },
      {
        when: { do: "move", by: "rep", move: "drop", reason: "No longer wanted" },
        expect: [{ see: "ended", outcome: "void" }],
      },
    ],
  },
];
