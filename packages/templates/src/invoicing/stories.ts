import type { StoryInput } from "@sluice/process";
import { heads, mondayAtNine, people } from "../stories/aFirm.ts";
import { workingDays } from "../workingDays.ts";

type Steps = NonNullable<StoryInput["steps"]>;

const given: StoryInput["given"] = {
  by: "boss",
  at: mondayAtNine,
  people,
  heads,
  ownerId: "rep",
  expect: [{ see: "asked", at: "issueInvoice", who: ["finance"] }],
};

const decided = (outcome: string, expect: Steps[number]["expect"]): Steps[number] => ({
  when: { do: "act", by: "finance", at: "issueInvoice", act: { do: "complete", outcome } },
  expect: expect ?? [],
});

const issued = decided("issued", [
  { see: "stage", stage: "issued" },
  { see: "milestone", milestone: "invoice.issued" },
]);

const thirtyDaysOver: Steps[number] = {
  when: { do: "pass", span: { amount: 30, unit: "day", calendar: "elapsed" } },
  expect: [
    { see: "milestone", milestone: "invoice.dunned" },
    { see: "asked", at: "dun", who: ["rep"] },
  ],
};

const reminded: Steps[number] = {
  when: { do: "act", by: "rep", at: "dun", act: { do: "complete", outcome: "reminded" } },
  expect: [{ see: "stage", stage: "dunning" }],
};

/** How an invoice ends. */
export const invoicingStories: readonly StoryInput[] = [
  {
    id: "paidInTime",
    name: { en: "Finance notes that an invoice was paid", zh: "财务确认发票已收款" },
    given,
    steps: [
      issued,
      { when: { do: "move", by: "rep", move: "pay" }, expect: [{ see: "refused", problem: "MOVE_NOT_YOURS" }] },
      { when: { do: "move", by: "finance", move: "pay" }, expect: [{ see: "ended", outcome: "done" }] },
    ],
  },
  {
    id: "paidByMessage",
    name: { en: "The bank says that the money is there", zh: "银行通知款项到账" },
    given,
    steps: [
      issued,
      {
        when: { do: "message", message: "payment.received" },
        expect: [
          { see: "milestone", milestone: "invoice.paid" },
          { see: "ended", outcome: "done" },
        ],
      },
    ],
  },
  {
    id: "dunnedTwice",
    name: { en: "An invoice is dunned twice, then paid", zh: "两次催款后收款" },
    given,
    steps: [
      issued,
      thirtyDaysOver,
      reminded,
      { when: { do: "pass", span: workingDays(10) }, expect: [{ see: "asked", at: "dun", who: ["rep"] }] },
      { when: { do: "message", message: "payment.received" }, expect: [{ see: "ended", outcome: "done" }] },
    ],
  },
  {
    id: "writtenOff",
    name: { en: "A dunned invoice is written off, with a reason", zh: "催款无果，注明理由核销" },
    given,
    steps: [
      issued,
      thirtyDaysOver,
      {
        when: { do: "move", by: "finance", move: "writeOff" },
        expect: [{ see: "refused", problem: "REASON_REQUIRED" }],
      },
      {
        when: { do: "move", by: "finance", move: "writeOff", reason: "The customer is insolvent" },
        expect: [{ see: "ended", outcome: "lost" }],
      },
    ],
  },
  {
    id: "notInvoiced",
    name: { en: "There is nothing to invoice", zh: "无需开票" },
    given,
    steps: [decided("notNeeded", [{ see: "ended", outcome: "void" }])],
  },
];
