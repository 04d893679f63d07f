import type { StoryInput } from "@sluice/process";
import { heads, mondayAtNine, people } from "../stories/aFirm.ts";
import { workingDays } from "../workingDays.ts";

type Steps = NonNullable<StoryInput["steps"]>;
type Given = StoryInput["given"];

const unsigned = { "quote.costSigned": [{ code: "COST_NOT_SIGNED", values: { reason: "unsigned" } }] };

const given = (record: NonNullable<Given["record"]> = {}, more: Partial<Given> = {}): Given => ({
  by: "rep",
  at: mondayAtNine,
  people,
  heads,
  ownerId: "rep",
  record: {
    number: "Q-2026-000123",
    name: "Packing line 3",
    customer: "c1",
    "customer.email": "buyer@customer.example",
    validUntil: "2026-12-31",
    effectiveDiscount: "0.10",
    total: "100000.00",
    costCleared: true,
    asAgreed: true,
    ...record,
  },
  expect: [{ see: "stage", stage: "draft" }],
  ...more,
});

const moved = (move: string, expected: Steps[number]["expect"], more: { reason?: string } = {}): Steps[number] => ({
  when: { do: "move", by: "rep", move, ...more },
  expect: expected ?? [],
});

const sent: Steps = [
  moved("send", [{ see: "wants", at: "printQuote" }]),
  {
    when: { do: "effect", at: "printQuote", ends: { as: "done", output: { file: "quote.pdf" } } },
    expect: [{ see: "wants", at: "mailQuote" }],
  },
  {
    when: { do: "effect", at: "mailQuote", ends: { as: "done" } },
    expect: [
      { see: "stage", stage: "sent" },
      { see: "milestone", milestone: "quote.sent" },
    ],
  },
];

const submittedWithinLimit = moved("submit", [{ see: "stage", stage: "approved" }]);

/** How a quote goes, and what stands in its way. */
export const quoteStories: readonly StoryInput[] = [
  {
    id: "acceptedWithinLimit",
    name: { en: "A small discount needs nobody and becomes an order", zh: "小幅折扣无需审批，最终成单" },
    given: given(),
    steps: [
      submittedWithinLimit,
      ...sent,
      moved("accept", [
        { see: "ended", outcome: "won" },
        { see: "created", recordType: "order" },
      ]),
    ],
  },
  {
    id: "deepDiscount",
    name: { en: "A deep discount is approved by the manager and finance", zh: "大额折扣由经理和财务审批" },
    given: given({ effectiveDiscount: "0.26" }),
    steps: [
      moved("submit", [
        { see: "stage", stage: "approval" },
        { see: "asked", at: "managerApproval", who: ["boss"] },
      ]),
      {
        when: { do: "act", by: "boss", at: "managerApproval", act: { do: "approve" } },
        expect: [{ see: "asked", at: "financeApproval", who: ["finance"] }],
      },
      {
        when: { do: "act", by: "finance", at: "financeApproval", act: { do: "approve" } },
        expect: [{ see: "stage", stage: "approved" }],
      },
    ],
  },
  {
    id: "managerSaysNo",
    name: { en: "The manager sends a discount back, then refuses it", zh: "经理先退回、后驳回折扣" },
    given: given({ effectiveDiscount: "0.18" }),
    steps: [
      moved("submit", [{ see: "asked", at: "managerApproval", who: ["boss"] }]),
      {
        when: { do: "act", by: "boss", at: "managerApproval", act: { do: "sendBack" }, comment: "Explain line 3" },
        expect: [{ see: "asked", at: "managerApproval", who: ["rep"] }],
      },
      {
        when: { do: "act", by: "rep", at: "managerApproval", act: { do: "complete", outcome: "resubmit" } },
        expect: [{ see: "asked", at: "managerApproval", who: ["boss"] }],
      },
      {
        when: { do: "act", by: "boss", at: "managerApproval", act: { do: "reject" }, comment: "Too much" },
        expect: [
          { see: "stage", stage: "draft" },
          { see: "notAsked", at: "managerApproval" },
        ],
      },
    ],
  },
  {
    id: "financeSaysNo",
    name: { en: "Finance refuses a deep discount", zh: "财务驳回大额折扣" },
    given: given({ effectiveDiscount: "0.30" }),
    steps: [
      moved("submit", [{ see: "asked", at: "managerApproval" }]),
      {
        when: { do: "act", by: "boss", at: "managerApproval", act: { do: "approve" } },
        expect: [{ see: "asked", at: "financeApproval" }],
      },
      {
        when: { do: "act", by: "finance", at: "financeApproval", act: { do: "reject" }, comment: "Below cost" },
        expect: [{ see: "stage", stage: "draft" }],
      },
    ],
  },
  {
    id: "notCosted",
    name: { en: "No quote leaves before its cost sheet is signed off", zh: "成本单签核前报价不得提交" },
    given: given({}, { rules: unsigned }),
    steps: [
      moved("submit", [
        { see: "refused", problem: "COST_NOT_SIGNED" },
        { see: "stage", stage: "draft" },
      ]),
      { when: { do: "change", rules: { "quote.costSigned": [] } }, expect: [] },
      submittedWithinLimit,
    ],
  },
  {
    id: "costWentStale",
    name: {
      en: "A cost that goes stale stops the approval until it is signed anew",
      zh: "成本失效时审批暂停，重新签核后继续",
    },
    given: given({ effectiveDiscount: "0.18" }),
    steps: [
      moved("submit", [{ see: "asked", at: "managerApproval", who: ["boss"] }]),
      {
        when: { do: "change", fields: { costCleared: false }, rules: unsigned },
        expect: [{ see: "notAsked", at: "managerApproval" }],
      },
      {
        when: { do: "change", fields: { costCleared: true }, rules: { "quote.costSigned": [] } },
        expect: [{ see: "asked", at: "managerApproval", who: ["boss"] }],
      },
      moved("takeBack", [{ see: "stage", stage: "draft" }]),
    ],
  },
  {
    id: "termsChanged",
    name: { en: "What was approved is not sent once it has changed", zh: "批准后条款有变，须重新审批" },
    given: given(),
    steps: [
      submittedWithinLimit,
      {
        when: { do: "change", fields: { asAgreed: false, effectiveDiscount: "0.20" } },
        expect: [{ see: "asked", at: "managerApproval", who: ["boss"] }],
      },
    ],
  },
  {
    id: "lastMoment",
    name: { en: "A cost that changes after the approval stops the sending", zh: "批准后成本有变，不得发送" },
    given: given({ effectiveDiscount: "0.18" }),
    steps: [
      moved("submit", [{ see: "asked", at: "managerApproval" }]),
      {
        when: { do: "act", by: "boss", at: "managerApproval", act: { do: "approve" } },
        expect: [{ see: "stage", stage: "approved" }],
      },
      { when: { do: "change", rules: { "quote.maySend": unsigned["quote.costSigned"] } }, expect: [] },
      moved("send", [{ see: "refused", problem: "COST_NOT_SIGNED" }]),
      {
        when: { do: "change", fields: { costCleared: false }, rules: unsigned },
        expect: [
          { see: "stage", stage: "approval" },
          { see: "notAsked", at: "managerApproval" },
        ],
      },
    ],
  },
  {
    id: "nineWorkingDays",
    name: {
      en: "Nine working days without an answer, then its validity is over",
      zh: "九个工作日无答复，随后报价过期",
    },
    given: given(),
    steps: [
      submittedWithinLimit,
      ...sent,
      {
        when: { do: "pass", span: workingDays(7) },
        expect: [
          { see: "stage", stage: "sent" },
          { see: "asked", at: "remindOwner" },
        ],
      },
      {
        when: { do: "pass", span: workingDays(2) },
        expect: [{ see: "asked", at: "remindOwner" }],
      },
      {
        when: { do: "passUntil", at: "2026-12-31T16:00:00.000Z" },
        expect: [{ see: "ended", outcome: "lost" }],
      },
    ],
  },
  {
    id: "incomplete",
    name: {
      en: "A quote without a validity stays a draft; discarding it needs a reason",
      zh: "缺少有效期不得提交，作废须填写理由",
    },
    given: given({ validUntil: null }),
    steps: [
      moved("submit", [
        { see: "refused", problem: "REQUIRED_FIELD" },
        { see: "stage", stage: "draft" },
      ]),
      { when: { do: "change", fields: { validUntil: "2026-12-31" } }, expect: [] },
      moved("discard", [{ see: "refused", problem: "REASON_REQUIRED" }]),
      moved("discard", [{ see: "ended", outcome: "void" }], { reason: "Asked for by mistake" }),
    ],
  },
  {
    id: "declined",
    name: { en: "The customer declines", zh: "客户拒绝" },
    given: given(),
    steps: [
      submittedWithinLimit,
      moved("reopen", [{ see: "stage", stage: "draft" }], { reason: "One more line" }),
      submittedWithinLimit,
      ...sent,
      moved("decline", [{ see: "ended", outcome: "lost" }], { reason: "Too dear" }),
    ],
  },
];
