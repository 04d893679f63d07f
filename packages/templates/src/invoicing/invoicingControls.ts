import type { ProcessDefinitionInput } from "@sluice/process";

const issued = { at: "milestone" as const, milestone: "invoice.issued" };
const paid = { at: "milestone" as const, milestone: "invoice.paid" };
const dunned = { at: "milestone" as const, milestone: "invoice.dunned" };

/** No invoice is forgotten, none is paid that was not issued, and none twice. */
export const invoicingControls: NonNullable<ProcessDefinitionInput["controls"]> = [
  {
    id: "issuedIsFollowed",
    must: "followedBy",
    point: issued,
    by: [paid, dunned],
    within: { amount: 31, unit: "day", calendar: "elapsed" },
  },
  { id: "issuedBeforePaid", must: "neverBefore", point: paid, before: [issued] },
  { id: "paidOnce", must: "atMostOnce", point: paid },
];
