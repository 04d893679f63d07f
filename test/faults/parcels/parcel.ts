import type { ProcessDefinitionInput } from "@sluice/process";
import { demoPersonId } from "@sluice/records";

const named = (text: string) => ({ en: text, zh: text });
const rep = [{ by: "role" as const, role: "rep" }];

/**
 * A side process of customers that leaves one of everything: a wait on a fact, a decision, two tasks, a notice, a numbered
 * record, a wait on time, a call outside and a mail.
 */
export const parcel = (sink: string): ProcessDefinitionInput => ({
  format: 2,
  key: "parcel",
  name: named("Parcel"),
  kind: "side",
  recordType: "customer",
  nodes: [
    { id: "start", kind: "start", name: named("Start"), trigger: { on: "manual" }, concurrency: "parallel" },
    { id: "way", kind: "stage", key: "way", order: 1, name: named("On its way"), entry: "gate" },
    {
      id: "gate",
      kind: "guard",
      stage: "way",
      name: named("Has a grade"),
      mode: "hold",
      guard: { condition: { when: "record.?grade.orValue('') == 'A'" }, sentence: named("The customer is graded A.") },
    },
    {
      id: "approve",
      kind: "approval",
      stage: "way",
      name: named("Approve"),
      who: [{ by: "role", role: "salesManager" }],
      mode: { by: "any" },
      onEmpty: { do: "admin" },
    },
    { id: "fork", kind: "parallel", stage: "way", name: named("Both") },
    {
      id: "pack",
      kind: "task",
      stage: "way",
      name: named("Pack"),
      who: rep,
      outcomes: [{ key: "packed", name: named("Packed") }],
    },
    {
      id: "weigh",
      kind: "task",
      stage: "way",
      name: named("Weigh"),
      who: rep,
      outcomes: [{ key: "weighed", name: named("Weighed") }],
    },
    { id: "both", kind: "join", stage: "way", name: named("Both done") },
    {
      id: "tell",
      kind: "action",
      stage: "way",
      name: named("Tell"),
      block: "notice",
      inputs: { people: { value: [demoPersonId("chen.rui")] }, subject: { value: "Packed and weighed" } },
    },
    {
      id: "quote",
      kind: "action",
      stage: "way",
      name: named("Quote the next"),
      block: "createRecord",
      inputs: {
        recordType: { value: "quote" },
        fields: { expression: "{'name': dyn('The next parcel'), 'customer': dyn(record.id), 'currency': dyn('CNY')}" },
      },
    },
    {
      id: "rest",
      kind: "timer",
      stage: "way",
      name: named("Rest"),
      wait: { until: "span", span: { amount: 2, unit: "second", calendar: "elapsed" } },
    },
    {
      id: "call",
      kind: "action",
      stage: "way",
      name: named("Call"),
      block: "webhook",
      inputs: { url: { value: sink } },
    },
    {
      id: "write",
      kind: "action",
      stage: "way",
      name: named("Write"),
      block: "mail",
      onUnknown: "repeat",
      inputs: {
        to: { value: "someone@example.com" },
        subject: { value: "Arrived" },
        text: { value: "It has arrived." },
      },
    },
    { id: "lost", kind: "stage", key: "lost", order: 2, name: named("Lost"), final: "lost" },
    { id: "over", kind: "stage", key: "over", order: 3, name: named("Over"), final: "done" },
  ],
  edges: [
    { id: "begin", from: "start", to: "way" },
    { id: "graded", from: "gate", to: "approve" },
    { id: "yes", from: "approve", to: "fork", on: { kind: "outcome", outcome: "approved" } },
    { id: "no", from: "approve", to: "lost", on: { kind: "outcome", outcome: "rejected" } },
    { id: "withdrawn", from: "approve", to: "lost", on: { kind: "outcome", outcome: "withdrawn" } },
    { id: "toPack", from: "fork", to: "pack" },
    { id: "toWeigh", from: "fork", to: "weigh" },
    { id: "packed", from: "pack", to: "both" },
    { id: "weighed", from: "weigh", to: "both" },
    { id: "toTell", from: "both", to: "tell" },
    { id: "toQuote", from: "tell", to: "quote" },
    { id: "toRest", from: "quote", to: "rest" },
    { id: "toCall", from: "rest", to: "call" },
    { id: "toWrite", from: "call", to: "write" },
    { id: "toOver", from: "write", to: "over" },
  ],
});
