import { factKeyOf, processDefinitionSchema } from "@sluice/process";
import { describe, expect, it } from "vitest";
import { shownEvents } from "./shownEvents.ts";

const named = (en: string, zh: string) => ({ en, zh });
const definition = processDefinitionSchema.parse({
  format: 2,
  key: "asked",
  name: named("Asked", "询问"),
  kind: "side",
  recordType: "customer",
  nodes: [
    { id: "begin", kind: "start", name: named("Wanted", "提出"), trigger: { on: "manual" }, concurrency: "parallel" },
    { id: "open", kind: "stage", key: "open", order: 0, entry: "call", name: named("Open", "进行中") },
    {
      id: "call",
      kind: "task",
      stage: "open",
      name: named("Call", "致电"),
      who: [{ by: "owner" }],
      onEmpty: { do: "admin" },
      outcomes: [{ key: "called", name: named("Called", "已致电") }],
    },
    {
      id: "sign",
      kind: "approval",
      stage: "open",
      name: named("Sign", "签批"),
      who: [{ by: "manager", level: 1, of: "initiator" }],
      mode: { by: "any" },
      onEmpty: { do: "admin" },
    },
  ],
  edges: [{ id: "e1", from: "begin", to: "open" }],
});

const parts = (node: string, language: "en" | "zh"): Parameters<typeof shownEvents>[1] => ({
  definition,
  language,
  nameOf: () => null,
  nodeOfTask: new Map([["k1", node]]),
  nodeOfEffect: new Map(),
  mayReadWords: () => true,
  childEnding: () => null,
  labelOfField: (path) => path,
  shownField: (_path, value) => ({ value }),
});

const titleOf = (node: string, outcome: string, language: "en" | "zh"): string | undefined =>
  shownEvents(
    [
      {
        seq: 1,
        at: "2026-01-05T01:00:00.000Z",
        actor: { kind: "person", personId: "chen" },
        event: { type: "task", task: "k1", act: { do: "complete", outcome } },
        used: {},
      },
    ],
    parts(node, language),
  )[0]?.title;

it("keeps back the names and clocks that a step's texts used, and masks the field that they came from", () => {
  const used = {
    [factKeyOf({ fact: "field", path: "buyer" })]: "p-zhao",
    [factKeyOf({ fact: "nameOf", personId: "p-zhao" })]: "Zhao Min",
    [factKeyOf({ fact: "wallTime", at: "2026-01-05T01:00:00.000Z" })]: "2026-01-05T09:00:00",
    [factKeyOf({ fact: "managerOf", personId: "p-chen", level: 1 })]: "p-wang",
  };
  const actor = { kind: "system", name: "inbox" };
  const row = { seq: 1, at: "2026-01-05T01:00:00.000Z", actor, event: { type: "factsChanged" }, used };
  const [shown] = shownEvents([row], { ...parts("call", "en"), shownField: () => ({ value: "•••" }) });
  expect(shown?.used).toEqual([
    { label: "buyer", path: "buyer", value: "•••" },
    { label: "Manager", path: null, value: "p-wang" },
  ]);
});

describe("the evidence of work that was done", () => {
  it.each([
    {
      name: "an outcome that was drawn",
      node: "call",
      outcome: "called",
      en: "Did “Call”: Called",
      zh: "完成“致电”：已致电",
    },
    {
      name: "what was sent back and put right",
      node: "sign",
      outcome: "resubmit",
      en: "Did “Sign”: Submit again",
      zh: "完成“签批”：重新提交",
    },
    {
      name: "an outcome that is gone",
      node: "call",
      outcome: "older",
      en: "Did “Call”: older",
      zh: "完成“致电”：older",
    },
  ])("names $name in both languages", ({ node, outcome, en, zh }) => {
    expect([titleOf(node, outcome, "en"), titleOf(node, outcome, "zh")]).toEqual([en, zh]);
  });
});
