import type { ProcessDefinitionInput } from "@sluice/process";

const named = (text: string) => ({ en: text, zh: text });
const start = {
  id: "start",
  kind: "start",
  name: named("Start"),
  trigger: { on: "manual" },
  concurrency: "parallel",
} as const;
const over = { id: "over", kind: "stage", key: "over", order: 2, name: named("Over"), final: "done" } as const;

/** Waits a second, does two things outside, and is over: time and effects, and nothing that a person must do. */
export const errand: ProcessDefinitionInput = {
  format: 2,
  key: "errand",
  name: named("Errand"),
  kind: "side",
  recordType: "customer",
  nodes: [
    start,
    { id: "way", kind: "stage", key: "way", order: 1, name: named("On its way"), entry: "rest" },
    {
      id: "rest",
      kind: "timer",
      stage: "way",
      name: named("Rest"),
      wait: { until: "span", span: { amount: 1, unit: "second", calendar: "elapsed" } },
    },
    {
      id: "call",
      kind: "action",
      stage: "way",
      name: named("Call"),
      block: "webhook",
      inputs: { url: { value: "https://example.com" } },
    },
    {
      id: "write",
      kind: "action",
      stage: "way",
      name: named("Write"),
      block: "mail",
      onUnknown: "repeat",
      inputs: { to: { value: "someone@example.com" }, subject: { value: "Done" }, text: { value: "It is done." } },
    },
    over,
  ],
  edges: [
    { id: "begin", from: "start", to: "way" },
    { id: "toCall", from: "rest", to: "call" },
    { id: "toWrite", from: "call", to: "write" },
    { id: "toOver", from: "write", to: "over" },
  ],
};

export const HUMAN_STEPS = 5;

const hours = (amount: number) => ({ amount, unit: "hour" as const, calendar: "elapsed" as const });

/** Five people's steps one after the other, each with a due time, a reminder before it and an escalation after it. */
export const fiveSteps: ProcessDefinitionInput = {
  format: 2,
  key: "fiveSteps",
  name: named("Five steps"),
  kind: "side",
  recordType: "customer",
  nodes: [
    start,
    { id: "way", kind: "stage", key: "way", order: 1, name: named("On its way"), entry: "step1" },
    ...Array.from({ length: HUMAN_STEPS }, (_, index) => ({
      id: `step${index + 1}`,
      kind: "task" as const,
      stage: "way",
      name: named(`Step ${index + 1}`),
      who: [{ by: "role" as const, role: "rep" }],
      onEmpty: { do: "admin" as const },
      outcomes: [{ key: "done", name: named("Done") }],
      sla: {
        due: hours(8),
        ladder: [
          { after: hours(4), action: { do: "remind" as const } },
          { after: hours(16), action: { do: "manager" as const, level: 1 } },
        ],
      },
    })),
    over,
  ],
  edges: [
    { id: "begin", from: "start", to: "way" },
    ...Array.from({ length: HUMAN_STEPS }, (_, index) => ({
      id: `after${index + 1}`,
      from: `step${index + 1}`,
      to: index + 1 < HUMAN_STEPS ? `step${index + 2}` : "over",
    })),
  ],
};
