import type { ProcessDefinitionInput } from "@sluice/process";

/** What holds of every quote: costed before it is sent, approved by somebody else than its initiator, and answered in the end. */
export const quoteControls: NonNullable<ProcessDefinitionInput["controls"]> = [
  {
    id: "costBeforeSent",
    must: "neverBefore",
    point: { at: "milestone", milestone: "quote.sent" },
    before: [{ at: "milestone", milestone: "cost.cleared" }],
  },
  {
    id: "managerNotInitiator",
    must: "notSamePerson",
    point: { at: "initiator" },
    other: { at: "step", step: "managerApproval", outcome: "approved" },
  },
  {
    id: "financeNotInitiator",
    must: "notSamePerson",
    point: { at: "initiator" },
    other: { at: "step", step: "financeApproval", outcome: "approved" },
  },
  {
    id: "sentIsAnswered",
    must: "followedBy",
    point: { at: "milestone", milestone: "quote.sent" },
    by: [
      { at: "stage", stage: "accepted" },
      { at: "stage", stage: "declined" },
      { at: "stage", stage: "expired" },
    ],
  },
];
