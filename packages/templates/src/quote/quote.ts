import type { ProcessDefinitionInput } from "@sluice/process";
import { approvalStage } from "./approvalStage.ts";
import { costSigned, maySend } from "./costSigned.ts";
import { costWentStale } from "./costWentStale.ts";
import { quoteStories } from "./stories.ts";
import { workingDays } from "./workingDays.ts";

/**
 * The life of a quote: drafted, approved by discount, sent, answered.
 *
 * It cannot be submitted or sent without a signed, fresh cost sheet; when a sheet goes stale on the way, the quote goes back to
 * waiting for it and is approved anew.
 */
export const quote: ProcessDefinitionInput = {
  format: 2,
  key: "quote",
  name: { en: "Quote", zh: "报价" },
  description: {
    en: "Costed before it is quoted, approved by discount, followed up until the customer answers.",
    zh: "先核成本后报价，按折扣审批，跟进至客户答复。",
  },
  kind: "lifeCycle",
  recordType: "quote",
  variables: [
    { key: "quoteFile", name: { en: "Quote as PDF", zh: "报价单文件" }, type: "text" },
    { key: "order", name: { en: "Order", zh: "订单" }, type: "record" },
  ],
  nodes: [
    {
      id: "start",
      kind: "start",
      name: { en: "Quote created", zh: "新建报价" },
      trigger: { on: "recordCreated" },
      concurrency: "skip",
    },
    {
      id: "draft",
      kind: "stage",
      key: "draft",
      order: 1,
      name: { en: "Draft", zh: "草稿" },
      probability: 20,
      requiredToLeave: ["customer", "validUntil"],
      moves: [
        {
          id: "submit",
          name: { en: "Submit", zh: "提交" },
          to: "approval",
          trigger: { by: "person" },
          guard: costSigned,
          tone: "primary",
        },
        {
          id: "discard",
          name: { en: "Discard", zh: "作废" },
          to: "discarded",
          trigger: { by: "person" },
          reason: "required",
          tone: "danger",
        },
      ],
    },
    ...approvalStage,
    {
      id: "approved",
      kind: "stage",
      key: "approved",
      order: 3,
      name: { en: "Approved", zh: "已批准" },
      probability: 60,
      moves: [
        {
          id: "send",
          name: { en: "Send to customer", zh: "发送客户" },
          to: "printQuote",
          trigger: { by: "person" },
          guard: maySend,
          tone: "primary",
        },
        {
          id: "reopen",
          name: { en: "Back to draft", zh: "退回草稿" },
          to: "draft",
          trigger: { by: "person" },
          reason: "required",
        },
        {
          id: "costChangedLater",
          name: { en: "Cost changed", zh: "成本有变" },
          to: "approval",
          trigger: costWentStale,
        },
        {
          id: "termsChanged",
          name: { en: "Terms changed", zh: "条款有变" },
          to: "approval",
          trigger: { by: "condition", condition: { when: "!record.?asAgreed.orValue(true)" } },
        },
      ],
    },
    {
      id: "printQuote",
      kind: "action",
      stage: "approved",
      name: { en: "Print quote", zh: "生成报价单" },
      block: "pdf",
      inputs: {
        quote: { expression: "record.id" },
        opening: {
          value: {
            en: "Thank you for your enquiry. We are pleased to make you the following offer.",
            zh: "感谢您的询价，我们很高兴为您提供以下报价。",
          },
        },
        closing: {
          expression:
            '{"en": shown(record.?owner, "en") + " will gladly answer your questions about this offer.", "zh": "如对本报价有任何疑问，请随时联系" + shown(record.?owner, "zh") + "。"}',
        },
      },
      outputs: { quoteFile: "file" },
    },
    {
      id: "mailQuote",
      kind: "action",
      stage: "approved",
      name: { en: "Mail quote", zh: "邮件发送报价单" },
      block: "mail",
      inputs: {
        to: { expression: "record.?contact.?email.orValue(record.?customer.?email.orValue(''))" },
        subject: { expression: "'Quote ' + record.number + ' · ' + record.name" },
        text: {
          value:
            "Dear customer,\n\nplease find our quote attached. We are glad to answer your questions.\n\n尊敬的客户：\n\n报价单见附件，如有疑问请随时联系我们。",
        },
        file: { expression: "vars.quoteFile" },
      },
      onUnknown: "ask",
    },
    {
      id: "sent",
      kind: "stage",
      key: "sent",
      order: 4,
      name: { en: "Sent", zh: "已发送" },
      probability: 75,
      milestone: "quote.sent",
      entry: "markSent",
      moves: [
        {
          id: "accept",
          name: { en: "Customer accepts", zh: "客户接受" },
          to: "accepted",
          trigger: { by: "person" },
          tone: "primary",
        },
        {
          id: "decline",
          name: { en: "Customer declines", zh: "客户拒绝" },
          to: "declined",
          trigger: { by: "person" },
          reason: "required",
          tone: "danger",
        },
        {
          id: "remind",
          name: { en: "No answer yet", zh: "尚无答复" },
          to: "remindOwner",
          trigger: { by: "timer", after: workingDays(7) },
        },
        {
          id: "expire",
          name: { en: "Validity over", zh: "已过有效期" },
          to: "expired",
          trigger: { by: "timerAt", path: "validUntil" },
        },
      ],
    },
    {
      id: "markSent",
      kind: "action",
      stage: "sent",
      name: { en: "Note the day", zh: "记录发送时间" },
      block: "setFields",
      inputs: { sentAt: { expression: "now" } },
    },
    {
      id: "remindOwner",
      kind: "task",
      stage: "sent",
      name: { en: "Ask the customer", zh: "询问客户答复" },
      who: [{ by: "owner" }],
      onEmpty: { do: "admin" },
      outcomes: [{ key: "asked", name: { en: "Asked", zh: "已询问" } }],
      sla: { due: workingDays(2), ladder: [{ after: workingDays(2), action: { do: "manager", level: 1 } }] },
    },
    {
      id: "accepted",
      kind: "stage",
      key: "accepted",
      order: 5,
      name: { en: "Accepted", zh: "已接受" },
      final: "won",
      probability: 100,
      entry: "makeOrder",
    },
    {
      id: "makeOrder",
      kind: "action",
      stage: "accepted",
      name: { en: "Create order", zh: "生成订单" },
      block: "createRecord",
      inputs: { recordType: { value: "order" }, fields: { expression: "{'quote': record.id}" } },
      outputs: { order: "record" },
    },
    {
      id: "markAccepted",
      kind: "action",
      stage: "accepted",
      name: { en: "Note the day", zh: "记录接受时间" },
      block: "setFields",
      inputs: { acceptedAt: { expression: "now" } },
    },
    {
      id: "declined",
      kind: "stage",
      key: "declined",
      order: 6,
      name: { en: "Declined", zh: "已拒绝" },
      final: "lost",
      probability: 0,
    },
    {
      id: "expired",
      kind: "stage",
      key: "expired",
      order: 7,
      name: { en: "Expired", zh: "已过期" },
      final: "lost",
      probability: 0,
    },
    {
      id: "discarded",
      kind: "stage",
      key: "discarded",
      order: 8,
      name: { en: "Discarded", zh: "已作废" },
      final: "void",
      probability: 0,
    },
  ],
  edges: [
    { id: "begin", from: "start", to: "draft" },
    { id: "toLadder", from: "costReady", to: "ladder" },
    {
      id: "priceAgreed",
      name: { en: "special price", zh: "特价" },
      from: "ladder",
      to: "approved",
      on: { kind: "when", when: "has(record.priceAgreedAt)", order: 1 },
    },
    {
      id: "overLimit",
      from: "ladder",
      to: "managerApproval",
      on: { kind: "when", when: "record.effectiveDiscount > 0.15", order: 2 },
    },
    { id: "underLimit", from: "ladder", to: "approved", on: { kind: "default" } },
    { id: "managerYes", from: "managerApproval", to: "deep", on: { kind: "outcome", outcome: "approved" } },
    { id: "managerNo", from: "managerApproval", to: "draft", on: { kind: "outcome", outcome: "rejected" } },
    { id: "managerWithdrawn", from: "managerApproval", to: "draft", on: { kind: "outcome", outcome: "withdrawn" } },
    {
      id: "deepDiscount",
      from: "deep",
      to: "financeApproval",
      on: { kind: "when", when: "record.effectiveDiscount > 0.25", order: 1 },
    },
    { id: "fineDiscount", from: "deep", to: "approved", on: { kind: "default" } },
    { id: "financeYes", from: "financeApproval", to: "approved", on: { kind: "outcome", outcome: "approved" } },
    { id: "financeNo", from: "financeApproval", to: "draft", on: { kind: "outcome", outcome: "rejected" } },
    { id: "financeWithdrawn", from: "financeApproval", to: "draft", on: { kind: "outcome", outcome: "withdrawn" } },
    { id: "toMail", from: "printQuote", to: "mailQuote" },
    { id: "toSent", from: "mailQuote", to: "sent" },
    { id: "toMarkAccepted", from: "makeOrder", to: "markAccepted" },
  ],
  controls: [
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
  ],
  stories: [...quoteStories],
};
