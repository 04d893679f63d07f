import type { ProcessDefinitionInput } from "@sluice/process";
import { errand } from "../../../test/support/processes.ts";

const named = (text: string) => ({ en: text, zh: text });
const hours = (amount: number) => ({ amount, unit: "hour" as const, calendar: "elapsed" as const });
const role = (key: string) => ({ by: "role" as const, role: key });

/** Where a case stands, by the grade of its customer: half of its paths arrived at a join, a vote in, or with a case under it. */
export const SIDES = ["A", "B", "C"] as const;

/** The errand of the cases under a case. */
export const under: ProcessDefinitionInput = { ...errand, key: "underneath", name: named("Underneath") };

/** Split, counted and under way at once: what is hard to take over, on one drawing. */
export const manySided: ProcessDefinitionInput = {
  format: 2,
  key: "manySided",
  name: named("Many-sided"),
  kind: "side",
  recordType: "customer",
  nodes: [
    { id: "start", kind: "start", name: named("Start"), trigger: { on: "manual" }, concurrency: "parallel" },
    { id: "doing", kind: "stage", key: "doing", order: 1, name: named("Doing"), entry: "which" },
    { id: "which", kind: "branch", stage: "doing", name: named("Which") },
    { id: "split", kind: "parallel", stage: "doing", name: named("All of it") },
    {
      id: "pack",
      kind: "task",
      stage: "doing",
      name: named("Pack"),
      who: [role("rep")],
      onEmpty: { do: "admin" },
      outcomes: [{ key: "packed", name: named("Packed") }],
    },
    {
      id: "weigh",
      kind: "task",
      stage: "doing",
      name: named("Weigh"),
      who: [role("rep")],
      onEmpty: { do: "admin" },
      outcomes: [{ key: "weighed", name: named("Weighed") }],
      sla: { due: hours(48), ladder: [{ after: hours(48), action: { do: "remind" } }] },
    },
    { id: "rest", kind: "timer", stage: "doing", name: named("Rest"), wait: { until: "span", span: hours(72) } },
    { id: "met", kind: "join", stage: "doing", name: named("All met") },
    {
      id: "verdict",
      kind: "approval",
      stage: "doing",
      name: named("Verdict"),
      who: [role("salesManager"), role("finance"), role("productManager")],
      mode: { by: "all" },
      onEmpty: { do: "admin" },
      onSelf: "allow",
      sla: { due: hours(24), ladder: [{ after: hours(24), action: { do: "remind" } }] },
    },
    { id: "child", kind: "subprocess", stage: "doing", name: named("Underneath"), process: "underneath" },
    { id: "over", kind: "stage", key: "over", order: 2, name: named("Over"), final: "done" },
  ],
  edges: [
    { id: "begin", from: "start", to: "doing" },
    { id: "toSplit", from: "which", to: "split", on: { kind: "when", when: "record.grade == 'A'", order: 1 } },
    { id: "toVerdict", from: "which", to: "verdict", on: { kind: "when", when: "record.grade == 'B'", order: 2 } },
    { id: "toChild", from: "which", to: "child", on: { kind: "default" } },
    { id: "toPack", from: "split", to: "pack" },
    { id: "toWeigh", from: "split", to: "weigh" },
    { id: "toRest", from: "split", to: "rest" },
    { id: "packed", from: "pack", to: "met" },
    { id: "weighed", from: "weigh", to: "met" },
    { id: "rested", from: "rest", to: "met" },
    { id: "allMet", from: "met", to: "over" },
    { id: "yes", from: "verdict", to: "over", on: { kind: "outcome", outcome: "approved" } },
    { id: "no", from: "verdict", to: "over", on: { kind: "outcome", outcome: "rejected" } },
    { id: "withdrawn", from: "verdict", to: "over", on: { kind: "outcome", outcome: "withdrawn" } },
    { id: "climbed", from: "child", to: "over" },
  ],
};

/** A case over a case: what it waits for is many-sided and is taken over under it. */
export const above: ProcessDefinitionInput = {
  ...manySided,
  key: "above",
  name: named("Above"),
  nodes: [
    { id: "start", kind: "start", name: named("Start"), trigger: { on: "manual" }, concurrency: "parallel" },
    { id: "doing", kind: "stage", key: "doing", order: 1, name: named("Doing"), entry: "child" },
    { id: "child", kind: "subprocess", stage: "doing", name: named("Many-sided"), process: "manySided" },
    { id: "over", kind: "stage", key: "over", order: 2, name: named("Over"), final: "done" },
  ],
  edges: [
    { id: "begin", from: "start", to: "doing" },
    { id: "done", from: "child", to: "over" },
  ],
};

const RENAMED: Readonly<Record<string, string>> = {
  weigh: "balance",
  verdict: "judgement",
  rest: "breather",
  met: "gathered",
};
const now = (id: string): string => RENAMED[id] ?? id;

/** The same a year later: half of its steps under other ids, one more look that nobody is there for, and other times. */
export const manySidedOfNow: ProcessDefinitionInput = {
  ...manySided,
  nodes: [
    ...manySided.nodes.map((node) => {
      const renamed = { ...node, id: now(node.id) };
      return renamed.kind === "timer" ? { ...renamed, wait: { until: "span" as const, span: hours(96) } } : renamed;
    }),
    {
      id: "look",
      kind: "task",
      stage: "doing",
      name: named("One more look"),
      who: [role("inspector")],
      onEmpty: { do: "incident" },
      outcomes: [{ key: "seen", name: named("Seen") }],
    },
  ],
  edges: [
    ...(manySided.edges ?? []).map((edge) => {
      const renamed = { ...edge, from: now(edge.from), to: now(edge.to) };
      return edge.id === "yes" ? { ...renamed, to: "look" } : renamed;
    }),
    { id: "seen", from: "look", to: "over", on: { kind: "outcome", outcome: "seen" } },
  ],
};

/** What has become what in it. */
export const toManySidedOfNow = { nodes: RENAMED, wires: {}, moves: {} };
