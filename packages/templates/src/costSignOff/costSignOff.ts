import type { ProcessDefinitionInput } from "@sluice/process";
import { workingDays } from "../workingDays.ts";
import { costSignOffStories } from "./stories.ts";

/** The life of a cost sheet: a cost engineer costs, finance signs. What it costed changes: it is stale, and is costed anew. */
export const costSignOff: ProcessDefinitionInput = {
  format: 2,
  key: "costSignOff",
  name: { en: "Cost sign-off", zh: "成本签核" },
  description: { en: "A cost engineer costs the quote, finance signs.", zh: "成本工程师核算，财务签核。" },
  kind: "lifeCycle",
  recordType: "costSheet",
  nodes: [
    {
      id: "start",
      kind: "start",
      name: { en: "Cost sheet created", zh: "新建成本单" },
      trigger: { on: "recordCreated" },
      concurrency: "skip",
    },
    {
      id: "costing",
      kind: "stage",
      key: "costing",
      order: 1,
      name: { en: "Costing", zh: "核算中" },
      entry: "cost",
      moves: [
        {
          id: "drop",
          name: { en: "Drop", zh: "作废" },
          to: "dropped",
          trigger: { by: "person" },
          reason: "required",
          tone: "danger",
        },
      ],
    },
    {
      id: "cost",
      kind: "task",
      stage: "costing",
      name: { en: "Cost the quote", zh: "核算报价成本" },
      who: [{ by: "role", role: "costEngineer" }],
      onEmpty: { do: "admin" },
      form: [
        { path: "lines", access: "required" },
        { path: "validUntil", access: "required" },
      ],
      outcomes: [{ key: "costed", name: { en: "Costed", zh: "核算完成" } }],
      sla: {
        due: workingDays(1),
        ladder: [
          { after: workingDays(1), action: { do: "remind" } },
          { after: workingDays(2), action: { do: "manager", level: 1 } },
        ],
      },
    },
    {
      id: "signing",
      kind: "stage",
      key: "signing",
      order: 2,
      name: { en: "To be signed", zh: "待签核" },
      entry: "sign",
      moves: [
        {
          id: "quoteChanged",
          name: { en: "Quote changed", zh: "报价有变" },
          to: "costing",
          trigger: { by: "condition", condition: { when: "record.?stale.orValue(true)" } },
        },
      ],
    },
    {
      id: "sign",
      kind: "approval",
      stage: "signing",
      name: { en: "Sign cost sheet", zh: "签核成本单" },
      who: [{ by: "role", role: "finance" }],
      mode: { by: "any" },
      onEmpty: { do: "admin" },
      onSelf: "departmentHead",
      noSelfEver: true,
      lockRecord: true,
      sla: {
        due: workingDays(1),
        ladder: [{ after: { amount: 4, unit: "hour", calendar: "working" }, action: { do: "remind" } }],
      },
    },
    {
      id: "signed",
      kind: "stage",
      key: "signed",
      order: 3,
      name: { en: "Signed", zh: "已签核" },
      milestone: "costSheet.signed",
      entry: "keepSignature",
      moves: [
        {
          id: "costAgain",
          name: { en: "Cost again", zh: "重新核算" },
          to: "costing",
          trigger: { by: "person" },
          tone: "primary",
        },
        {
          id: "wentStale",
          name: { en: "Contents changed", zh: "内容有变" },
          to: "costing",
          trigger: { by: "condition", condition: { when: "record.?stale.orValue(true)" } },
        },
        {
          id: "ranOut",
          name: { en: "Validity over", zh: "已过有效期" },
          to: "costing",
          trigger: { by: "timerAt", path: "validUntil" },
        },
      ],
    },
    {
      id: "keepSignature",
      kind: "action",
      stage: "signed",
      name: { en: "Keep signature", zh: "记录签核" },
      block: "setFields",
      inputs: { signedAt: { expression: "now" }, signedBy: { expression: "actor.personId" } },
    },
    { id: "dropped", kind: "stage", key: "dropped", order: 4, name: { en: "Dropped", zh: "已作废" }, final: "void" },
  ],
  edges: [
    { id: "begin", from: "start", to: "costing" },
    { id: "toSigning", from: "cost", to: "signing" },
    { id: "yes", from: "sign", to: "signed", on: { kind: "outcome", outcome: "approved" } },
    { id: "no", from: "sign", to: "costing", on: { kind: "outcome", outcome: "rejected" } },
    { id: "withdrawn", from: "sign", to: "costing", on: { kind: "outcome", outcome: "withdrawn" } },
  ],
  stories: [...costSignOffStories],
};
