import type { ProcessDefinitionInput } from "@sluice/process";
import { workingDays } from "../workingDays.ts";
import { costOverrideStories } from "./stories.ts";

/**
 * Lets a quote go without a signed cost sheet: whoever may move the quote asks, a general manager decides, never the one who
 * asked. While it is asked the quote stands still, so what is approved is what was asked for.
 */
export const costOverride: ProcessDefinitionInput = {
  format: 2,
  key: "costOverride",
  name: { en: "Override of the cost rule", zh: "成本规则豁免" },
  description: {
    en: "A general manager lets a quote go without a signed cost sheet, for exactly what it says.",
    zh: "总经理批准报价单在成本单未签核时发出，仅对当前内容有效。",
  },
  kind: "side",
  recordType: "quote",
  nodes: [
    {
      id: "start",
      kind: "start",
      name: { en: "Override asked for", zh: "申请豁免" },
      trigger: { on: "manual" },
      concurrency: "skip",
    },
    {
      id: "asked",
      kind: "stage",
      key: "asked",
      order: 1,
      name: { en: "Override asked for", zh: "豁免审批中" },
      entry: "decide",
    },
    {
      id: "decide",
      kind: "approval",
      stage: "asked",
      name: { en: "Let the quote go uncosted", zh: "批准未核成本报价" },
      who: [{ by: "role", role: "generalManager" }],
      mode: { by: "any" },
      onEmpty: { do: "refuse" },
      onSelf: "skip",
      noSelfEver: true,
      comment: { approve: "required", reject: "required", sendBack: "required" },
      lockRecord: true,
      lockExcept: ["note"],
      sla: {
        due: workingDays(1),
        ladder: [{ after: { amount: 4, unit: "hour", calendar: "working" }, action: { do: "remind" } }],
      },
    },
    {
      id: "overridden",
      kind: "stage",
      key: "overridden",
      order: 2,
      name: { en: "Overridden", zh: "已豁免" },
      final: "done",
      entry: "keepOverride",
    },
    {
      id: "keepOverride",
      kind: "action",
      stage: "overridden",
      name: { en: "Keep the override", zh: "记录豁免" },
      block: "setFields",
      inputs: { costOverriddenAt: { expression: "now" }, costOverriddenBy: { expression: "actor.personId" } },
    },
    {
      id: "refused",
      kind: "stage",
      key: "refused",
      order: 3,
      name: { en: "Not overridden", zh: "未豁免" },
      final: "void",
    },
  ],
  edges: [
    { id: "begin", from: "start", to: "asked" },
    { id: "yes", from: "decide", to: "overridden", on: { kind: "outcome", outcome: "approved" } },
    { id: "no", from: "decide", to: "refused", on: { kind: "outcome", outcome: "rejected" } },
    { id: "withdrawn", from: "decide", to: "refused", on: { kind: "outcome", outcome: "withdrawn" } },
  ],
  stories: [...costOverrideStories],
};
