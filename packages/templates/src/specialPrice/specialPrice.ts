import type { ProcessDefinitionInput } from "@sluice/process";
import { marginAtLeast } from "./marginAtLeast.ts";
import { priceApprovals } from "./priceApprovals.ts";
import { priceControls } from "./priceControls.ts";
import { specialPriceStories } from "./stories.ts";

/**
 * Has a price agreed before the quote is submitted: by margin, nobody, the sales head, finance too, below cost the general
 * manager too. What was agreed holds for exactly that offer; the quote then needs no approval of its discount.
 */
export const specialPrice: ProcessDefinitionInput = {
  format: 2,
  key: "specialPrice",
  name: { en: "Special price", zh: "特价申请" },
  description: {
    en: "A price below the usual is agreed by margin, before the quote is submitted.",
    zh: "报价提交前，按毛利率逐级审批特价。",
  },
  kind: "side",
  recordType: "quote",
  nodes: [
    {
      id: "start",
      kind: "start",
      name: { en: "Special price asked for", zh: "申请特价" },
      trigger: {
        on: "manual",
        form: [
          { path: "discount", access: "edit" },
          { path: "note", access: "required" },
        ],
      },
      concurrency: "skip",
    },
    {
      id: "asked",
      kind: "stage",
      key: "asked",
      order: 1,
      name: { en: "Special price asked for", zh: "特价审批中" },
      entry: "inDraft",
    },
    {
      id: "inDraft",
      kind: "guard",
      stage: "asked",
      name: { en: "Quote is a draft", zh: "报价处于草稿" },
      mode: "deny",
      guard: {
        condition: { when: "record.?stage.orValue('') == 'draft'" },
        sentence: {
          en: "A special price is asked for before the quote is submitted.",
          zh: "特价须在报价提交之前申请。",
        },
        whoCanClear: [{ by: "owner" }],
      },
    },
    {
      id: "costed",
      kind: "guard",
      stage: "asked",
      name: { en: "Quote is costed", zh: "报价已核成本" },
      mode: "deny",
      guard: {
        condition: { when: "has(record.margin)" },
        sentence: { en: "A special price is decided on a costed quote.", zh: "特价须在报价核算成本之后审批。" },
        whoCanClear: [{ by: "role", role: "costEngineer" }],
        start: "costSignOff",
      },
    },
    ...priceApprovals,
    {
      id: "agreed",
      kind: "stage",
      key: "agreed",
      order: 2,
      name: { en: "Agreed", zh: "已批准" },
      final: "done",
      milestone: "price.agreed",
      entry: "keepAgreed",
    },
    {
      id: "keepAgreed",
      kind: "action",
      stage: "agreed",
      name: { en: "Note it on the quote", zh: "记入报价单" },
      block: "setFields",
      inputs: { priceAgreedAt: { expression: "now" } },
    },
    {
      id: "refused",
      kind: "stage",
      key: "refused",
      order: 3,
      name: { en: "Not agreed", zh: "未批准" },
      final: "void",
    },
  ],
  edges: [
    { id: "begin", from: "start", to: "asked" },
    { id: "isDraft", from: "inDraft", to: "costed" },
    { id: "isCosted", from: "costed", to: "margin" },
    { id: "usual", from: "margin", to: "agreed", on: { kind: "when", when: marginAtLeast("0.25"), order: 1 } },
    { id: "thin", from: "margin", to: "salesHead", on: { kind: "default" } },
    { id: "headYes", from: "salesHead", to: "thinMargin", on: { kind: "outcome", outcome: "approved" } },
    { id: "headNo", from: "salesHead", to: "refused", on: { kind: "outcome", outcome: "rejected" } },
    { id: "headWithdrawn", from: "salesHead", to: "refused", on: { kind: "outcome", outcome: "withdrawn" } },
    { id: "thinEnough", from: "thinMargin", to: "agreed", on: { kind: "when", when: marginAtLeast("0.15"), order: 1 } },
    { id: "veryThin", from: "thinMargin", to: "finance", on: { kind: "default" } },
    { id: "financeYes", from: "finance", to: "belowCost", on: { kind: "outcome", outcome: "approved" } },
    { id: "financeNo", from: "finance", to: "refused", on: { kind: "outcome", outcome: "rejected" } },
    { id: "financeWithdrawn", from: "finance", to: "refused", on: { kind: "outcome", outcome: "withdrawn" } },
    { id: "aboveCost", from: "belowCost", to: "agreed", on: { kind: "when", when: marginAtLeast("0"), order: 1 } },
    { id: "atALoss", from: "belowCost", to: "generalManager", on: { kind: "default" } },
    { id: "managerYes", from: "generalManager", to: "agreed", on: { kind: "outcome", outcome: "approved" } },
    { id: "managerNo", from: "generalManager", to: "refused", on: { kind: "outcome", outcome: "rejected" } },
    { id: "managerWithdrawn", from: "generalManager", to: "refused", on: { kind: "outcome", outcome: "withdrawn" } },
  ],
  controls: priceControls,
  stories: [...specialPriceStories],
};
