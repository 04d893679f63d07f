import type { ProcessDefinitionInput } from "@sluice/process";
import { workingDays } from "../workingDays.ts";
import { invoicingControls } from "./invoicingControls.ts";
import { invoicingStories } from "./stories.ts";

const finance = [{ by: "role" as const, role: "finance" }];
const paidByHand = { by: "person" as const, who: finance };
/** What a bank or a bookkeeping sends in once the money is there. */
const paidByMessage = { by: "message" as const, message: "payment.received" };

/**
 * Has an order invoiced and sees to it that it is paid: a payment is noted by finance or comes in as a message; what is not paid
 * in thirty days is dunned every ten working days until it is paid or written off.
 */
export const invoicing: ProcessDefinitionInput = {
  format: 2,
  key: "invoicing",
  name: { en: "Invoice and payment", zh: "开票与收款" },
  description: {
    en: "An order is invoiced; the invoice is paid in thirty days, or dunned.",
    zh: "订单开票后三十天内收款，逾期催款。",
  },
  kind: "side",
  recordType: "order",
  nodes: [
    {
      id: "start",
      kind: "start",
      name: { en: "Invoice asked for", zh: "申请开票" },
      trigger: { on: "manual" },
      concurrency: "skip",
    },
    {
      id: "toIssue",
      kind: "stage",
      key: "toIssue",
      order: 1,
      name: { en: "To be invoiced", zh: "待开票" },
      entry: "issueInvoice",
    },
    {
      id: "issueInvoice",
      kind: "task",
      stage: "toIssue",
      name: { en: "Issue the invoice", zh: "开具发票" },
      who: finance,
      onEmpty: { do: "admin" },
      outcomes: [
        { key: "issued", name: { en: "Issued", zh: "已开具" } },
        { key: "notNeeded", name: { en: "Nothing to invoice", zh: "无需开票" } },
      ],
      sla: { due: workingDays(2), ladder: [{ after: workingDays(1), action: { do: "remind" } }] },
    },
    {
      id: "issued",
      kind: "stage",
      key: "issued",
      order: 2,
      name: { en: "Issued", zh: "已开票" },
      milestone: "invoice.issued",
      moves: [
        { id: "pay", name: { en: "Paid", zh: "已收款" }, to: "paid", trigger: paidByHand, tone: "primary" },
        { id: "payment", name: { en: "Payment came in", zh: "款项到账" }, to: "paid", trigger: paidByMessage },
        {
          id: "overdue",
          name: { en: "Thirty days over", zh: "满三十天" },
          to: "dunning",
          trigger: { by: "timer", after: { amount: 30, unit: "day", calendar: "elapsed" } },
        },
      ],
    },
    {
      id: "dunning",
      kind: "stage",
      key: "dunning",
      order: 3,
      name: { en: "Dunned", zh: "催款中" },
      milestone: "invoice.dunned",
      entry: "dun",
      moves: [
        { id: "payLate", name: { en: "Paid", zh: "已收款" }, to: "paid", trigger: paidByHand, tone: "primary" },
        { id: "latePayment", name: { en: "Payment came in", zh: "款项到账" }, to: "paid", trigger: paidByMessage },
        {
          id: "again",
          name: { en: "Still not paid", zh: "仍未收款" },
          to: "dun",
          trigger: { by: "timer", after: workingDays(10) },
        },
        {
          id: "writeOff",
          name: { en: "Write off", zh: "核销" },
          to: "writtenOff",
          trigger: paidByHand,
          reason: "required",
          tone: "danger",
        },
      ],
    },
    {
      id: "dun",
      kind: "task",
      stage: "dunning",
      name: { en: "Remind the customer", zh: "向客户催款" },
      who: [{ by: "owner" }],
      onEmpty: { do: "admin" },
      outcomes: [{ key: "reminded", name: { en: "Reminded", zh: "已催款" } }],
      sla: { due: workingDays(2), ladder: [{ after: workingDays(2), action: { do: "manager", level: 1 } }] },
    },
    {
      id: "paid",
      kind: "stage",
      key: "paid",
      order: 4,
      name: { en: "Paid", zh: "已收款" },
      milestone: "invoice.paid",
      final: "done",
    },
    {
      id: "writtenOff",
      kind: "stage",
      key: "writtenOff",
      order: 5,
      name: { en: "Written off", zh: "已核销" },
      final: "lost",
    },
    {
      id: "notNeeded",
      kind: "stage",
      key: "notNeeded",
      order: 6,
      name: { en: "Not invoiced", zh: "未开票" },
      final: "void",
    },
  ],
  edges: [
    { id: "begin", from: "start", to: "toIssue" },
    { id: "isIssued", from: "issueInvoice", to: "issued", on: { kind: "outcome", outcome: "issued" } },
    { id: "isNotNeeded", from: "issueInvoice", to: "notNeeded", on: { kind: "outcome", outcome: "notNeeded" } },
  ],
  controls: invoicingControls,
  stories: [...invoicingStories],
};
