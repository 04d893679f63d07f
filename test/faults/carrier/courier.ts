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

/** Waits a second, calls an address, sends a mail, and is over. A side process of customers. */
export const courier = (url: string): ProcessDefinitionInput => ({
  format: 2,
  key: "courier",
  name: named("Courier"),
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
      inputs: { url: { value: url } },
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
});

/** Sends a mail that nobody waits for and is over at once: the case ends while its mail is unsent. */
export const parting: ProcessDefinitionInput = {
  format: 2,
  key: "parting",
  name: named("Parting"),
  kind: "side",
  recordType: "customer",
  nodes: [
    start,
    { id: "way", kind: "stage", key: "way", order: 1, name: named("On its way"), entry: "write" },
    {
      id: "write",
      kind: "action",
      stage: "way",
      name: named("Write"),
      block: "mail",
      await: false,
      inputs: { to: { value: "someone@example.com" }, subject: { value: "Goodbye" }, text: { value: "Goodbye." } },
    },
    over,
  ],
  edges: [
    { id: "begin", from: "start", to: "way" },
    { id: "toOver", from: "write", to: "over" },
  ],
};

/** Waits for a day. */
export const patience: ProcessDefinitionInput = {
  format: 2,
  key: "patience",
  name: named("Patience"),
  kind: "side",
  recordType: "customer",
  nodes: [
    start,
    { id: "way", kind: "stage", key: "way", order: 1, name: named("Waiting"), entry: "rest" },
    {
      id: "rest",
      kind: "timer",
      stage: "way",
      name: named("Rest"),
      wait: { until: "span", span: { amount: 1, unit: "day", calendar: "elapsed" } },
    },
    over,
  ],
  edges: [
    { id: "begin", from: "start", to: "way" },
    { id: "toOver", from: "rest", to: "over" },
  ],
};
